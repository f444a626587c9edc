/** `npm run backup`: writes an encrypted copy of the whole database, also while the server runs. See docs/backup.md. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUpCluster } from './backup/back-up-cluster.js';
import { backUpDump } from './backup/back-up-dump.js';
import { holding, type BackupAbout, type Member } from './backup/backup-about.js';
import { backupName } from './backup/backup-names.rules.js';
import { decrypterWith, encrypterFor, keepKey, newKeyPair } from './backup/keys.js';
import { megabytes, progressOn } from './backup/progress.js';
import { readBackup } from './backup/read-backup.js';
import { CannotBackUp } from './backup/unusable-backup.js';
import { deleteOldBackups, writeBackup } from './backup/write-backup.js';
import { databaseUrls } from './database/database-urls.js';
import { reach } from './database/reach.js';
import { endInWords } from './end-in-words.js';
import { startSettings } from './start-settings.js';

const USAGE = `npm run backup                                    writes a backup
npm run backup -- --to /mnt/backups --keep 14      … there, and deletes all of its own but the newest 14
npm run backup -- --check file --key key.txt      reads one to its end without bringing it back
npm run backup -- --new-key key.txt               makes the pair of keys, once`;

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () =>
    interrupted.abort(new CannotBackUp('Stopped; the unfinished backup was removed.')),
  );

await endInWords(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      to: { type: 'string', default: process.env['BACKUP_DIR'] || 'backups' },
      keep: { type: 'string' },
      check: { type: 'string' },
      key: { type: 'string' },
      'new-key': { type: 'string' },
    },
  });
  if (values['new-key'] !== undefined) return makeKey(values['new-key']);
  if (values.check !== undefined) return check(values.check, values.key);
  return backUp(resolve(values.to), keepIn(values.keep));
});

async function makeKey(path: string): Promise<void> {
  const pair = await newKeyPair();
  await keepKey(path, pair, new Date());
  console.log(`
The secret key is in ${resolve(path)}. It alone opens the backups: move it to two places away from
this machine (a password manager, a printed sheet in a safe), try one of them, then delete it here.

The public key is for this server's settings, and may be seen by anyone:

  BACKUP_RECIPIENT=${pair.recipient}
`);
}

async function check(path: string, keyFile: string | undefined): Promise<void> {
  const { progress, end } = progressOn(process.stderr, 'Checking');
  const about = await readBackup(path, await decrypterWith(keyFile, process.stdin), {}, progress).finally(
    end,
  );
  console.log(`${path} is whole: every file in it is as it was written.\n${told(about)}`);
}

async function backUp(folder: string, keep: number | undefined): Promise<void> {
  const { databaseUrl, migrationDatabaseUrl, dataFolder } = startSettings(process.env);
  const encrypter = encrypterFor(process.env['BACKUP_RECIPIENT']);
  const now = new Date();
  const { progress, end } = progressOn(process.stderr, 'Backing up');
  const write = async (about: BackupAbout, members: AsyncIterable<Member>): Promise<void> => {
    const name = backupName(about.kind, now);
    const size = await writeBackup(folder, name, encrypter, members, interrupted.signal);
    end();
    console.log(`${join(folder, name)}, ${megabytes(size)}\n${told(about)}`);
  };
  if (databaseUrl) {
    await reach(
      migrationDatabaseUrl ?? databaseUrl,
      migrationDatabaseUrl ? 'MIGRATION_DATABASE_URL' : 'DATABASE_URL',
    );
    const { migration } = databaseUrls(databaseUrl, migrationDatabaseUrl);
    await backUpDump(migration, now, process.env, progress, write).finally(end);
  } else await backUpCluster(dataFolder, now, progress, write).finally(end);
  for (const name of await deleteOldBackups(folder, keep)) console.log(`Deleted ${name}.`);
}

function told({ madeAt, postgres, migrationCount, holds }: BackupAbout): string {
  const when = madeAt.slice(0, 16).replace('T', ' ');
  return `As of ${when} UTC, PostgreSQL ${postgres}, ${migrationCount} migrations: ${holding(holds)}.`;
}

function keepIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new CannotBackUp(`--keep is how many backups to keep, a whole number from 1: not "${text}".`);
  return Number(text);
}
