/** `npm run migrate`: brings the database to this version and ends, for a roll-out that starts servers afterwards. */
import { databaseUrls } from './database/database-urls.js';
import { embeddedDatabase } from './database/embedded-database.js';
import { migrate, UnusableDatabase } from './database/migrate.js';
import { reach } from './database/reach.js';
import { CannotStart } from './cannot-start.js';
import { startSettings } from './start-settings.js';

try {
  const { databaseUrl, migrationDatabaseUrl, dataFolder } = startSettings(process.env);
  if (databaseUrl) {
    await reach(
      migrationDatabaseUrl ?? databaseUrl,
      migrationDatabaseUrl ? 'MIGRATION_DATABASE_URL' : 'DATABASE_URL',
    );
    await migrate(databaseUrls(databaseUrl, migrationDatabaseUrl));
  } else {
    const embedded = await embeddedDatabase(dataFolder);
    await migrate(databaseUrls(embedded.url)).finally(() => embedded.close());
  }
  console.log('The database is up to date.');
} catch (error) {
  if (!(error instanceof CannotStart) && !(error instanceof UnusableDatabase)) throw error;
  console.error(`\n${error.message}\n`);
  process.exitCode = 1;
}
