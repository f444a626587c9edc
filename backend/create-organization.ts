/** `npm run organization:create`: makes an organization and tells its administrator's one-time link. */
import { Clock } from './clock/clock.js';
import { type DatabaseUrls, databaseUrls } from './database/database-urls.js';
import { embeddedDatabase } from './database/embedded-database.js';
import { migrate, migrationSource, UnusableDatabase } from './database/migrate.js';
import { reach } from './database/reach.js';
import { INVITATION_DAYS, type NewInvitation } from './access/invite.js';
import { Problem } from './http/problem.js';
import { askForOrganization, UnusableAnswers } from './organization/ask-for-organization.js';
import { foundOrganization } from './organization/found-organization.js';
import type { NewOrganization } from './organization/new-organization.rules.js';
import { CannotStart } from './cannot-start.js';
import { startSettings } from './start-settings.js';

try {
  await create();
} catch (error) {
  process.exitCode = 1;
  console.error(inWords(error));
}

async function create(): Promise<void> {
  const settings = startSettings(process.env);
  const answers = await askForOrganization(process.argv.slice(2), process.stdin);
  const link = await (settings.databaseUrl
    ? foundIn(databaseUrls(settings.databaseUrl, settings.migrationDatabaseUrl), answers)
    : foundInEmbedded(settings.dataFolder, answers));
  console.log(`
${answers.name.trim()} is made. ${answers.administrator.trim()} opens their account with this link, once, within ${INVITATION_DAYS} days:

  http://localhost:${settings.port}${link.invitationLink}

On another machine put the address of your server in front of ${link.invitationLink}
Afterwards they sign in as "${answers.signInName.toLowerCase()}" at /sign-in/${answers.shortName}`);
}

async function foundInEmbedded(folder: string, answers: NewOrganization): Promise<NewInvitation> {
  const database = await embeddedDatabase(folder);
  try {
    return await foundIn(databaseUrls(database.url), answers);
  } finally {
    await database.close();
  }
}

async function foundIn(urls: DatabaseUrls, answers: NewOrganization): Promise<NewInvitation> {
  await reach(
    urls.migration,
    process.env['MIGRATION_DATABASE_URL'] ? 'MIGRATION_DATABASE_URL' : 'DATABASE_URL',
  );
  await migrate(urls);
  const source = await migrationSource(urls.migration).initialize();
  try {
    return await source.transaction((tx) => foundOrganization(tx, new Clock().now(), answers));
  } finally {
    await source.destroy();
  }
}

/** What a person can act on stands alone; anything else is a defect of ours and shows where it happened. */
function inWords(error: unknown): unknown {
  if (error instanceof Problem) return `\n${error.detail}\n`;
  if (error instanceof UnusableAnswers || error instanceof UnusableDatabase || error instanceof CannotStart)
    return `\n${error.message}\n`;
  return error;
}
