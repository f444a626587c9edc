import pg from 'pg';
import { Door } from '../../backend/access/door.js';
import { type RunningServer, startServer } from '../../backend/main.js';
import { JobsConnection } from '../../backend/jobs/jobs-connection.js';
import { aTeam, type Team } from '../given/team.js';
import { becomes } from '../support/becomes.js';
import { cloneOf, workerDatabase } from '../support/database.js';
import { TEMPLATE } from '../support/database-names.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;

const counted: string[] = [];
let failingCount = 0;

beforeAll(async () => {
  server = await startTestServer();
  team = await aTeam(server);
  server.jobs.every('counted', '* * * * *', (now) => Promise.resolve(void counted.push(now.toISOString())));
  server.jobs.every('failing', '* * * * *', () => {
    failingCount += 1;
    return failingCount === 1 ? Promise.reject(new Error('once')) : Promise.resolve();
  });
});
afterAll(() => server.close());

test('a pass of a job goes through the queue, by the clock of the server', async () => {
  server.clock.set('2026-03-11T09:00:00Z');
  await server.jobs.run('counted');
  server.clock.advance(1);
  await server.jobs.run('counted');
  expect(counted).toEqual(['2026-03-11T09:00:00.000Z', '2026-03-11T09:01:00.000Z']);
  const { rows } = await server.database.query(`SELECT state FROM pgboss.job WHERE name = 'counted'`);
  expect(rows).toEqual([{ state: 'completed' }, { state: 'completed' }]);
});

test('a pass that fails says so, and the next one comes', async () => {
  await expect(server.jobs.run('failing')).rejects.toThrow('once');
  await server.jobs.run('failing');
  expect(failingCount).toBe(2);
});

test('a job works in one organization at a time and sees of it clocks and ids alone', async () => {
  const other = await aTeam(server);
  const door = server.app.get(Door);
  const seen = await door.asJobs(team.organization.organizationId, async (tx, { timeZone, today }) => ({
    timeZone,
    today,
    accounts: (await tx.query<{ id: string }[]>('SELECT id FROM accounts')).map(({ id }) => id),
    zones: await tx.query<object[]>('SELECT id FROM organizations'),
  }));
  expect(seen).toMatchObject({
    timeZone: 'America/New_York',
    zones: [{ id: team.organization.organizationId }],
  });
  expect(seen.accounts).toEqual(expect.arrayContaining([team.sam.accountId, team.rosa.accountId]));
  expect(seen.accounts).not.toContain(other.sam.accountId);
  for (const table of ['contacts', 'risk_notes', 'drafts', 'trail', 'sessions'])
    await expect(
      door.asJobs(team.organization.organizationId, (tx) => tx.query(`SELECT * FROM ${table}`)),
    ).rejects.toMatchObject({ code: '42501' });
  await expect(
    door.asJobs(team.organization.organizationId, (tx) => tx.query('SELECT name FROM accounts')),
  ).rejects.toMatchObject({ code: '42501' });
  expect(await door.organizationIds()).toEqual(
    expect.arrayContaining([team.organization.organizationId, other.organization.organizationId]),
  );
});

test('what a job wrote before it failed does not stand', async () => {
  const door = server.app.get(Door);
  const failing = door.asJobs(team.organization.organizationId, async (tx) => {
    await tx.query(`SELECT queue_message($1, 'test', gen_random_uuid(), '', $2)`, [
      team.sam.accountId,
      server.clock.now(),
    ]);
    throw new Error('too late');
  });
  await expect(failing).rejects.toThrow('too late');
  const told = [team.sam.accountId];
  const { rowCount } = await server.database.query('SELECT 1 FROM messages WHERE account_id = $1', told);
  expect(rowCount).toBe(0);
});

describe('two processes on one database', () => {
  let one: RunningServer;
  let two: RunningServer;
  let owner: pg.Client;
  let runtimeUrl: string;
  const passes: string[] = [];
  let together = 0;
  let mostTogether = 0;

  beforeAll(async () => {
    const urls = await cloneOf(TEMPLATE, 'jobs_of_two');
    runtimeUrl = urls.runtime;
    owner = new pg.Client({ connectionString: urls.migration });
    await owner.connect();
    const start = async (which: string): Promise<RunningServer> => {
      const made = await startServer({
        databaseUrl: urls.runtime,
        port: 0,
        host: '127.0.0.1',
        logLevel: 'silent',
        poolSize: 2,
      });
      made.jobs.every('waits-long', '0 0 1 1 *', async () => {
        mostTogether = Math.max(mostTogether, (together += 1));
        await new Promise((done) => setTimeout(done, 50));
        together -= 1;
        passes.push(which);
      });
      await made.jobs.start();
      return made;
    };
    [one, two] = await Promise.all([start('one'), start('two')]);
  });
  afterAll(async () => {
    await owner.end();
    await Promise.all([one.close(), two.close()]);
  });

  test('a transaction that says so wakes the job at its commit, long before its minute', async () => {
    await owner.query('BEGIN');
    await owner.query(`SELECT pg_notify('alongside_jobs', 'waits-long')`);
    expect(passes).toEqual([]);
    await owner.query('COMMIT');
    await becomes(() => Promise.resolve(passes.length > 0), true);
  });

  test('woken often and by both, passes come one after the other', async () => {
    for (let times = 0; times < 20; times += 1)
      await Promise.all([one.jobs.wake('waits-long'), two.jobs.wake('waits-long')]);
    await becomes(async () => {
      const { rows } = await owner.query(
        `SELECT count(*)::integer AS count FROM pgboss.job WHERE name = 'waits-long' AND state < 'completed'`,
      );
      return rows[0]?.count as number;
    }, 0);
    expect(mostTogether).toBe(1);
    expect(passes.length).toBeGreaterThan(1);
    expect(passes.length).toBeLessThan(45);
  });

  test('each process has one connection for its jobs, which is no owner and lost is found again', async () => {
    const connections = `SELECT pid FROM pg_stat_activity
      WHERE application_name = 'alongside jobs' AND datname = current_database()`;
    const { rows } = await owner.query<{ pid: number }>(connections);
    expect(rows).toHaveLength(2);
    const login = new pg.Client({ connectionString: runtimeUrl });
    await login.connect();
    await login.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) pid', [
      rows.map(({ pid }) => pid),
    ]);
    await login.end();
    const before = passes.length;
    // the first word after the loss may be lost with it
    await becomes(async () => {
      await Promise.allSettled([one.jobs.wake('waits-long'), two.jobs.wake('waits-long')]);
      return passes.length > before;
    }, true);
  });
});

test('a connection that breaks in the middle of a question ends nothing but the question', async () => {
  const { runtime } = await workerDatabase();
  const told: unknown[] = [];
  const connection = new JobsConnection(runtime, (error) => void told.push(error));
  const { rows } = (await connection.executeSql('SELECT pg_backend_pid() AS pid')) as {
    rows: { pid: number }[];
  };
  const asked = connection.executeSql('SELECT pg_sleep(60)');
  const broken = expect(asked).rejects.toThrow();
  await server.source.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
  await broken;
  expect((await connection.executeSql('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await connection.close();
});

test('the login of the server has no right to the queues before it is the role of the jobs, and never to change them', async () => {
  await expect(server.source.query('SELECT * FROM pgboss.job')).rejects.toMatchObject({ code: '42501' });
  const door = server.app.get(Door);
  await expect(
    door.asJobs(team.organization.organizationId, (tx) => tx.query('CREATE TABLE pgboss.more (id integer)')),
  ).rejects.toMatchObject({ code: '42501' });
});
