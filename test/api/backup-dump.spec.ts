import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backUpDump } from '../../backend/backup/back-up-dump.js';
import { decrypterWith, encrypterFor, keepKey, newKeyPair } from '../../backend/backup/keys.js';
import { readBackup } from '../../backend/backup/read-backup.js';
import { restoreDump } from '../../backend/backup/restore-dump.js';
import { writeBackup } from '../../backend/backup/write-backup.js';
import { databaseUrls, type DatabaseUrls } from '../../backend/database/database-urls.js';
import { emptyDatabase, workerDatabase } from '../support/database.js';
import { ownFolder } from '../support/own-cluster.js';

/**
 * The packaged PostgreSQL brings no pg_dump and no pg_restore. Stand-ins write down how they were called; what they hand
 * over is a dump of nothing, larger than one part of the archive.
 */
const DUMP = randomBytes(9 * 1024 * 1024);
const MADE_AT = new Date('2026-03-10T20:00:00Z');

let folder: string;
let removeFolder: () => Promise<void>;
let recipient: string;
let urls: DatabaseUrls;

beforeAll(async () => {
  ({ path: folder, remove: removeFolder } = await ownFolder());
  const pair = await newKeyPair();
  recipient = pair.recipient;
  await keepKey(join(folder, 'key.txt'), pair, MADE_AT);
  await writeFile(join(folder, 'dump'), DUMP);
  urls = await workerDatabase();
});
afterAll(() => removeFolder());

/** @returns the environment that finds them, and what they wrote down */
async function standIns(
  name: string,
  { version = '18.4', exit = 0 } = {},
): Promise<{
  env: NodeJS.ProcessEnv;
  called: () => Promise<{ args: string[]; password: string; read: string }>;
}> {
  const bin = join(folder, name);
  await mkdir(bin);
  const script = `#!${process.execPath}
const { createHash } = require('node:crypto');
const { createReadStream, readFileSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
if (args[0] === '--version') {
  console.log('pg_dump (PostgreSQL) ${version}');
  process.exit(0);
}
const read = process.argv[1].endsWith('restore') ? createHash('sha256').update(readFileSync(0)).digest('hex') : '';
writeFileSync('${bin}/called', JSON.stringify({ args, password: process.env.PGPASSWORD, read }));
if (!read) createReadStream('${folder}/dump').pipe(process.stdout);
process.stderr.write('the words of the program');
process.exitCode = ${exit};
`;
  for (const program of ['pg_dump', 'pg_restore']) {
    await writeFile(join(bin, program), script);
    await chmod(join(bin, program), 0o755);
  }
  const called = async (): Promise<never> => JSON.parse(await readFile(join(bin, 'called'), 'utf8')) as never;
  return { env: { PATH: process.env['PATH'], PG_BIN: bin }, called };
}

function backUp(to: string, env: NodeJS.ProcessEnv): Promise<number> {
  const progress = (): void => undefined;
  return backUpDump(urls.migration, MADE_AT, env, progress, (_, members) =>
    writeBackup(folder, to, encrypterFor(recipient), members),
  );
}

const key = (): ReturnType<typeof decrypterWith> => decrypterWith(join(folder, 'key.txt'), process.stdin);

test('pg_dump is asked for everything the owner of the tables sees, the password out of everyone’s sight', async () => {
  const { env, called } = await standIns('asked');
  await backUp('asked.age', env);
  const { args, password } = await called();
  expect(args).toEqual([
    '--format=custom',
    '--compress=0',
    '--enable-row-security',
    '--role=caseload_owner',
    '--no-password',
    expect.stringMatching(/^--dbname=postgres:\/\/[^:@]+@/),
  ]);
  expect(password).toBe(new URL(urls.migration).password);
  expect(await readBackup(join(folder, 'asked.age'), await key())).toMatchObject({ kind: 'dump', format: 1 });
});

test('what was dumped is what pg_restore reads, into an empty database, all of it or nothing', async () => {
  const { env, called } = await standIns('brought');
  await backUp('brought.age', env);
  const into = databaseUrls(await emptyDatabase('brought_back'));
  const restoring = restoreDump(join(folder, 'brought.age'), await key(), into, env);
  // a stand-in fills nothing, and a restore that brought nothing does not say it did
  await expect(restoring).rejects.toThrow('There is nothing of Alongside in this database yet.');
  const { args, read } = await called();
  expect(args.slice(0, 2)).toEqual(['--exit-on-error', '--single-transaction']);
  expect(read).toBe(createHash('sha256').update(DUMP).digest('hex'));
});

test('a dump that breaks off leaves no file, and its words are passed on', async () => {
  const { env } = await standIns('breaks', { exit: 1 });
  await expect(backUp('breaks.age', env)).rejects.toThrow(/did not succeed \(1\):\nthe words of the program/);
  expect((await readdir(folder)).filter((name) => name.startsWith('breaks.age'))).toEqual([]);
});

test('programs that are older than the server, or missing, are refused with what to install', async () => {
  const { env } = await standIns('old', { version: '15.18' });
  await expect(backUp('old.age', env)).rejects.toThrow(
    /version 15, older than the server's 18.*postgresql-client-18/s,
  );
  const none = { PATH: process.env['PATH'], PG_BIN: join(folder, 'none') };
  await expect(backUp('old.age', none)).rejects.toThrow(/There is no pg_dump here/);
});

test('into a database that holds something nothing is brought back', async () => {
  const { env } = await standIns('full');
  await backUp('full.age', env);
  const restoring = restoreDump(join(folder, 'full.age'), await key(), urls, env);
  await expect(restoring).rejects.toThrow(/is not empty, and stays as it is/);
});
