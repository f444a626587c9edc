import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Decrypter } from 'age-encryption';
import pg from 'pg';
import type { DatabaseUrls } from '../database/database-urls.js';
import { makeRoles } from '../database/roles.js';
import type { BackupAbout, Holdings } from './backup-about.js';
import { holdingsOf, refuseNewer } from './holdings.js';
import { findProgram, startProgram } from './pg-programs.js';
import type { Progress } from './progress.js';
import { MANIFEST, readBackup } from './read-backup.js';
import { CannotBackUp } from './unusable-backup.js';

/** All of it or nothing. */
export const RESTORE = ['--exit-on-error', '--single-transaction'];

/**
 * Brings a dump back into an empty database: the file is read to its end and proven first, then our roles are made, then
 * pg_restore fills it in one transaction. The database that was there is another one and stays as it is.
 */
export async function restoreDump(
  file: string,
  decrypter: Decrypter,
  urls: DatabaseUrls,
  env: NodeJS.ProcessEnv,
  progress?: Progress,
): Promise<{ about: BackupAbout; holds: Holdings }> {
  const owner = new pg.Client({ connectionString: urls.migration });
  await owner.connect();
  try {
    const major = await emptyServersMajor(owner);
    const about = await readBackup(file, decrypter, { about: refuseElsewhere }, progress);
    // what a newer server's dump says, an older one does not always understand
    if (Number.parseInt(about.postgres) > major)
      throw new CannotBackUp(
        `This backup was made by PostgreSQL ${about.postgres}, and the server is version ${major}: use one as new.`,
      );
    const program = await findProgram('pg_restore', major, env);
    await makeRoles(owner, urls.runtime);
    const { child, ended } = startProgram(program, RESTORE, urls.migration, env);
    // it ends early when it fails, and says why itself
    child.stdin!.on('error', () => undefined);
    await readBackup(file, decrypter, {
      member: async ({ name, content }) => {
        for await (const chunk of content)
          if (!name.endsWith(`/${MANIFEST}`)) await written(child.stdin!, chunk);
      },
    });
    child.stdin!.end();
    await ended;
    await owner.query('SET ROLE caseload_owner');
    return { about, holds: (await holdingsOf(owner)).holds };
  } finally {
    await owner.end();
  }
}

async function refuseElsewhere(about: BackupAbout): Promise<void> {
  if (about.kind !== 'dump')
    throw new CannotBackUp(
      'This backup is of an embedded database, a whole folder: restore it without DATABASE_URL, and move on from there ' +
        'with pg_dump.',
    );
  await refuseNewer(about);
}

async function emptyServersMajor(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ major: number; taken: number }>(
    `SELECT current_setting('server_version_num')::integer / 10000 AS major,
            (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p'))::integer AS taken`,
  );
  if (rows[0]?.taken)
    throw new CannotBackUp(
      `The database ${owner.database} is not empty, and stays as it is. Make a new one (CREATE DATABASE …), name it in ` +
        'DATABASE_URL, restore into that, and start from there.',
    );
  return rows[0]?.major ?? 0;
}

async function written(to: Writable, chunk: Uint8Array): Promise<void> {
  if (to.destroyed || to.write(chunk)) return;
  await Promise.race([once(to, 'drain'), once(to, 'close')]).catch(() => undefined);
}
