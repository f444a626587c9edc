import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { backUpCluster } from '../../backend/backup/back-up-cluster.js';
import { backupName } from '../../backend/backup/backup-names.rules.js';
import { decrypterWith, encrypterFor, keepKey, newKeyPair } from '../../backend/backup/keys.js';
import { restoreCluster, type Restored } from '../../backend/backup/restore-cluster.js';
import { writeBackup } from '../../backend/backup/write-backup.js';
import { logged } from '../given/logged.js';
import { PASSWORD, withPassword } from '../given/password.js';
import { aCoach } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { becomes } from '../support/becomes.js';
import { HeldMemory } from '../support/held-memory.js';
import { ownFolder, startOnOwnCluster } from '../support/own-cluster.js';
import type { TestServer } from '../support/server.js';

const MADE_AT = new Date('2026-03-10T20:00:00Z');

let folder: string;
let data: string;
let file: string;
let key: string;
let recipient: string;
let team: Team;
let memory: HeldMemory;
let passed = 0;
let before: unknown;
const inTime: string[] = [];
const sent: string[] = [];

let restored: Restored;
let back: { server: TestServer; close(): Promise<void> };
let removeFolder: () => Promise<void>;

beforeAll(async () => {
  ({ path: folder, remove: removeFolder } = await ownFolder());
  data = join(folder, 'data');
  key = join(folder, 'key.txt');
  const pair = await newKeyPair();
  recipient = pair.recipient;
  await keepKey(key, pair, MADE_AT);

  const lost = await startOnOwnCluster(data);
  team = await aTeam(lost.server);
  await withPassword(team.rosa);
  inTime.push(await logged(team.rosa, team.theo, { sharedNote: 'Walked by the river.' }));
  before = await guardsOf(lost.server.database);
  await whileLogging(backUp);
  await lost.close();
  await rm(data, { recursive: true });

  restored = await restoreCluster(file, await decrypterWith(key, process.stdin), data, false, MADE_AT);
  back = await startOnOwnCluster(data);
});
afterAll(async () => {
  await back?.close();
  await removeFolder();
});

async function backUp(): Promise<void> {
  memory = new HeldMemory();
  const look = (done: number): void => memory.look((passed = done));
  await backUpCluster(data, MADE_AT, look, async (about, members) => {
    const name = backupName(about.kind, MADE_AT);
    await writeBackup(folder, name, encrypterFor(recipient), members);
    file = join(folder, name);
  });
}

/** Contacts come in before, during and after. */
async function whileLogging(work: () => Promise<void>): Promise<void> {
  let isDone = false;
  const logging = (async () => {
    while (!isDone) sent.push(await logged(team.rosa, team.theo));
  })();
  await work();
  isDone = true;
  await logging;
}

/** Everything that says who may do what, as the catalog has it. */
async function guardsOf(database: pg.Client): Promise<unknown> {
  const { rows } = await database.query(`SELECT
    (SELECT jsonb_agg(p ORDER BY p.tablename, p.policyname) FROM pg_policies p) AS policies,
    (SELECT jsonb_agg(jsonb_build_array(rolname, rolcanlogin, rolbypassrls, rolsuper) ORDER BY rolname)
       FROM pg_roles WHERE rolname !~ '^pg_') AS roles,
    (SELECT jsonb_agg(jsonb_build_array(roleid::regrole, member::regrole, inherit_option, set_option)
              ORDER BY roleid::regrole::text, member::regrole::text) FROM pg_auth_members) AS members,
    (SELECT jsonb_agg(jsonb_build_array(oid::regclass, relowner::regrole, relacl, relforcerowsecurity)
              ORDER BY relnamespace, relname) FROM pg_class
      WHERE relnamespace IN ('public'::regnamespace, 'pgboss'::regnamespace) AND relkind IN ('r', 'p', 'S', 'v')) AS grants,
    (SELECT jsonb_agg(jsonb_build_array(proname, prosrc, proowner::regrole, proacl, prosecdef) ORDER BY oid)
       FROM pg_proc WHERE pronamespace = 'public'::regnamespace) AS functions`);
  return rows[0];
}

test('the password from before opens the account', async () => {
  const { status } = await back.server.asNobody().post('/api/sign-in', {
    organization: team.organization.shortName,
    signInName: team.rosa.signInName,
    password: PASSWORD,
  });
  expect(status).toBe(200);
});

test('Rosa reads what she wrote; another coach is told there is no such participant', async () => {
  const rosas = await (await back.server.as(team.rosa)).get(`/api/contacts/${inTime[0]}`);
  expect(JSON.stringify(rosas.body)).toContain('Walked by the river.');
  const dev = await back.server.as(
    await aCoach({ ...team.organization, server: back.server }, { name: 'Dev' }),
  );
  for (const path of [`/api/contacts/${inTime[0]}`, `/api/participants/${team.theo.participantId}`])
    expect(await dev.get(path)).toMatchObject({ status: 404 });
});

test('roles, policies, grants and functions are those from before', async () => {
  expect(await guardsOf(back.server.database)).toEqual(before);
});

test('what was logged before the copy is in it, and of what came in meanwhile, all of each or nothing', async () => {
  const { rows } = await back.server.database.query(`
    SELECT (SELECT array_agg(id::text) FROM contacts) AS contacts,
           (SELECT count(DISTINCT subject_id)::integer FROM trail WHERE action = 'contact.logged') AS lines`);
  const { contacts, lines } = rows[0];
  expect(contacts).toEqual(expect.arrayContaining(inTime));
  expect([...inTime, ...sent]).toEqual(expect.arrayContaining(contacts));
  expect(lines).toBe(contacts.length);
  expect(restored.holds).toMatchObject({ organizations: 1, participants: 1 });
});

test('jobs go on', async () => {
  await back.server.jobs.run('messages');
});

test('memory stays flat while the cluster passes through', () => {
  expect(passed).toBeGreaterThan(30_000_000);
  expect(memory.highest).toBeLessThan(20_000_000);
});

test('only its owner may read the file', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('over a database that a server uses nothing is brought back, whatever is asked', async () => {
  const decrypter = await decrypterWith(key, process.stdin);
  const bring = (isOver: boolean): Promise<Restored> =>
    restoreCluster(file, decrypter, data, isOver, MADE_AT);
  await expect(bring(true)).rejects.toThrow(/already runs on the data folder .* at http:\/\/localhost:3000/);
  await expect(bring(false)).rejects.toThrow(/--over/);
  expect((await back.server.asNobody().get('/health/ready')).status).toBe(200);
  const kept = await readdir(data);
  expect(kept).toEqual(expect.arrayContaining(['alongside.json', 'postgres']));
  expect(kept.filter((name) => /restor/.test(name))).toEqual([]);
});

test('put in place of another database, that one is kept whole beside it', async () => {
  const other = join(folder, 'other');
  await mkdir(join(other, 'postgres'), { recursive: true });
  await writeFile(join(other, 'alongside.json'), '{}');
  await writeFile(join(other, 'postgres/PG_VERSION'), '18\n');
  const over = await restoreCluster(file, await decrypterWith(key, process.stdin), other, true, MADE_AT);
  expect(over.before).toBe(join(other, 'before-restore-20260310T200000Z'));
  expect(await readdir(over.before!)).toEqual(['alongside.json', 'postgres']);
  expect(await readFile(join(over.before!, 'postgres/PG_VERSION'), 'utf8')).toBe('18\n');
  expect((await readdir(other)).sort()).toEqual([
    'alongside.json',
    'before-restore-20260310T200000Z',
    'postgres',
  ]);
});

test.each(['SIGKILL', 'SIGTERM'] as const)(
  'ended by %s while it writes, it leaves no file that looks whole',
  async (signal) => {
    const to = join(folder, signal);
    const child = spawn(process.execPath, ['dist/backend/backup.js', '--to', to], {
      env: { ...process.env, DATABASE_URL: '', DATA_DIR: data, BACKUP_RECIPIENT: recipient },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    const isWriting = async (): Promise<boolean> => (await readdir(to).catch(() => [])).length > 0;
    await becomes(isWriting, true);
    child.kill(signal);
    await ended;
    const left = (await readdir(to)).map((name) => name.replace(/.*\.age/, ''));
    expect(left).toEqual(signal === 'SIGKILL' ? ['.part'] : []);
    expect((await back.server.asNobody().get('/health/ready')).status).toBe(200);
  },
);
