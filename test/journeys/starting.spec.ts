import { once } from 'node:events';
import { readFile, mkdir, mkdtemp, rm, writeFile, chmod } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../backend/database/embedded-postgres.js';
import { freePort } from '../../backend/database/free-port.js';
import { emptyDatabase } from '../support/database.js';
import { postgresOfVersion } from '../support/old-postgres.js';
import { startBuilt, type Started } from '../support/started.js';

let folder: string;
const running: Started[] = [];

/** A newcomer's start without the sample, on a data folder of the test's own. */
function start(settings: Record<string, string> = {}): Started {
  const started = startBuilt({ DATA_DIR: join(folder, 'data'), SAMPLE: '0', HOST: '127.0.0.1', ...settings });
  running.push(started);
  return started;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-start-'));
  await chmod(folder, 0o755);
});
afterEach(async () => {
  for (const each of running.splice(0)) {
    each.signal('SIGTERM');
    await each.ended;
  }
  await rm(folder, { recursive: true, force: true });
});

async function postmasterPid(): Promise<number> {
  const file = await readFile(join(folder, 'data/postgres/postmaster.pid'), 'utf8').catch(() => '0');
  return Number(file.split('\n')[0]);
}

async function owner(): Promise<pg.Client> {
  const { port, ownerPassword } = JSON.parse(await readFile(join(folder, 'data/alongside.json'), 'utf8'));
  const connection = `postgres://alongside_owner:${ownerPassword}@127.0.0.1:${port}/alongside`;
  const client = new pg.Client({ connectionString: connection });
  await client.connect();
  return client;
}

/** What a start that can't work says: words, no stack, and that it failed. */
async function refusal(settings: Record<string, string>): Promise<string> {
  const { code, said } = await start(settings).ended;
  expect(code).toBe(1);
  expect(said).not.toMatch(/^\s+at /m);
  return said;
}

test('starts from nothing, answers, and Ctrl-C stops it and its PostgreSQL', async () => {
  const started = start();
  const url = await started.ready;
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  // someone keeps a connection open
  const held = connect(Number(new URL(url).port), '127.0.0.1');
  const letGo = once(held, 'close');
  held.write('GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(held, 'data');

  started.signal('SIGINT');
  // npm passes on what the terminal has sent already
  started.signal('SIGINT');
  expect(await started.ended).toMatchObject({ code: 0 });
  await letGo;
  expect(await postmasterPid()).toBe(0);
});

test('killed, its PostgreSQL lives on; the next start adopts it and nothing is lost', async () => {
  const first = start();
  await first.ready;
  const client = await owner();
  await client.query('CREATE TABLE kept AS SELECT 42 AS answer');
  await client.end();
  const pid = await postmasterPid();
  first.signal('SIGKILL');
  await first.ended;

  await start().ready;
  expect(await postmasterPid()).toBe(pid);
  const again = await owner();
  expect((await again.query('SELECT answer FROM kept')).rows).toEqual([{ answer: 42 }]);
  await again.end();
});

test('starts over a pid file whose number now belongs to somebody else', async () => {
  await (await startEmbeddedPostgres(join(folder, 'data'))).stop();
  await writeFile(
    join(folder, 'data/postgres/postmaster.pid'),
    `${process.pid}\n${folder}/data/postgres\n0\n1\n\n\n`,
  );
  await start().ready;
});

test('a second start on the same folder says where the first one answers', async () => {
  const url = await start({ PORT: String(await freePort()) }).ready;
  expect(await refusal({ PORT: '0' })).toContain(`already runs on the data folder ${folder}/data, at ${url}`);
});

test('a port that is taken', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  expect(await refusal({ PORT: String(port) })).toContain(`Port ${port} is taken`);
  expect(await postmasterPid()).toBe(0);
  other.close();
});

test('a data folder that another version of PostgreSQL has written', async () => {
  await (await startEmbeddedPostgres(join(folder, 'data'))).stop();
  await writeFile(join(folder, 'data/postgres/PG_VERSION'), '15\n');
  expect(await refusal({})).toMatch(/written by PostgreSQL 15.*brings PostgreSQL 18/s);
});

test('a folder that holds something else stays as it is', async () => {
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'data/thesis.txt'), 'mine');
  expect(await refusal({})).toContain('thesis.txt');
  expect(await readFile(join(folder, 'data/thesis.txt'), 'utf8')).toBe('mine');
});

test('a folder that the user of the database may not enter', async () => {
  const closed = join(folder, 'closed');
  await mkdir(closed);
  // root enters anything, the user it runs PostgreSQL as does not; anyone else stands before a folder closed to themself
  await chmod(closed, process.getuid?.() === 0 ? 0o700 : 0o000);
  const said = await refusal({ DATA_DIR: join(closed, 'data') });
  expect(said).toContain(closed);
  expect(said).toContain('DATA_DIR');
  await chmod(closed, 0o700);
});

test.each([
  ['nobody listens', 'postgres://rosa:secret@127.0.0.1:1/alongside', 'nothing listens there'],
  ['no such machine', 'postgres://rosa:secret@nowhere.invalid/alongside', 'no machine of that name'],
  ['no address at all', 'alongside', 'DATABASE_URL is not the address of a PostgreSQL'],
])('a DATABASE_URL that can not be used: %s', async (_, DATABASE_URL, words) => {
  const said = await refusal({ DATABASE_URL });
  expect(said).toContain(words);
  expect(said).not.toContain('secret');
});

test('a PostgreSQL older than 16', async () => {
  const old = await postgresOfVersion('15.4');
  const said = await refusal({ DATABASE_URL: `postgres://rosa:secret@127.0.0.1:${old.port}/alongside` });
  expect(said).toContain('PostgreSQL 15.4 is too old');
  await old.close();
});

test('two servers start at once on one empty PostgreSQL, and both answer', async () => {
  const DATABASE_URL = await emptyDatabase('two_servers');
  const urls = await Promise.all([start({ DATABASE_URL }).ready, start({ DATABASE_URL }).ready]);
  const answers = await Promise.all(urls.map((url) => fetch(`${url}/health/ready`)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

test('a PORT that is none', async () => {
  expect(await refusal({ PORT: '3000a' })).toContain('PORT is "3000a"');
});
