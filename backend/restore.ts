/** `npm run restore`: brings a backup back, beside what is there, and puts it in its place when it is whole. */
import { parseArgs } from 'node:util';
import type { Decrypter } from 'age-encryption';
import { holding } from './backup/backup-about.js';
import { decrypterWith } from './backup/keys.js';
import { type Progress, progressOn } from './backup/progress.js';
import { restoreCluster, type Restored } from './backup/restore-cluster.js';
import { restoreDump } from './backup/restore-dump.js';
import { CannotBackUp } from './backup/unusable-backup.js';
import { databaseUrls } from './database/database-urls.js';
import { reach } from './database/reach.js';
import { endInWords } from './end-in-words.js';
import { startSettings } from './start-settings.js';

const USAGE = `npm run restore -- file --key key.txt            brings the backup back
npm run restore -- file --key key.txt --over     … in place of the database that is there, which is kept`;

await endInWords(USAGE, async () => {
  const { values, positionals } = parseArgs({
    options: { key: { type: 'string' }, over: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new CannotBackUp(`Say which backup to bring back:\n\n${USAGE}`);
  const decrypter = await decrypterWith(values.key, process.stdin);
  const { progress, end } = progressOn(process.stderr, 'Bringing back');
  const { about, holds, before } = await restore(file, decrypter, values.over, progress).finally(end);
  console.log(
    `Everything is back as of ${about.madeAt.slice(0, 16).replace('T', ' ')} UTC: ${holding(holds)}.`,
  );
  if (before)
    console.log(`What was there before is kept in ${before}. To start on it: DATA_DIR=${before} npm start`);
  console.log('npm start goes on from here.');
});

async function restore(
  file: string,
  decrypter: Decrypter,
  isOver: boolean,
  progress: Progress,
): Promise<Omit<Restored, 'before'> & { before?: string | undefined }> {
  const { databaseUrl, migrationDatabaseUrl, dataFolder } = startSettings(process.env);
  if (!databaseUrl) return restoreCluster(file, decrypter, dataFolder, isOver, new Date(), progress);
  if (isOver)
    throw new CannotBackUp(
      '--over is for the embedded database. In a PostgreSQL of your own make an empty database and name that one: ' +
        'the one that is there stays until you drop it.',
    );
  await reach(
    migrationDatabaseUrl ?? databaseUrl,
    migrationDatabaseUrl ? 'MIGRATION_DATABASE_URL' : 'DATABASE_URL',
  );
  return restoreDump(file, decrypter, databaseUrls(databaseUrl, migrationDatabaseUrl), process.env, progress);
}
