import { anAdministrator } from '../given/staff.js';
import type { Participant } from '../given/participant.js';
import { aTeam } from '../given/team.js';
import { riskNoteAbout } from '../given/words.js';
import { becomes } from '../support/becomes.js';
import type { Client } from '../support/client.js';
import { LivePage } from '../support/live-page.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type SignedIn, type TestServer } from '../support/server.js';
import { startServer } from '../../backend/main.js';
import { workerDatabase } from '../support/database.js';
import pg from 'pg';

let server: TestServer;
const pages: LivePage[] = [];

beforeAll(async () => {
  server = await startTestServer({ liveTimes: { heartbeatMs: 200, sessionsMs: 100 } });
});
beforeEach(() => server.clock.set('2026-03-10T16:00:00Z'));
afterEach(() => pages.splice(0).forEach((page) => page.cut()));
afterAll(() => server.close());

async function listening(client: Client): Promise<LivePage> {
  const page = await LivePage.of(client, server.url);
  pages.push(page);
  return page;
}

async function raise(by: SignedIn, participant: Participant): Promise<void> {
  expect((await (await server.as(by)).post('/api/risk-notes', riskNoteAbout(participant))).status).toBe(201);
}

function expectEnded(page: LivePage): Promise<void> {
  return becomes(() => Promise.resolve([page.isOver, page.told.at(-1)?.event]), [true, 'over']);
}

test('everyone who is signed in may listen, and nobody else', async () => {
  const { organization, sam, rosa, theo } = await aTeam(server);
  for (const person of [sam, rosa, theo, await anAdministrator(organization)])
    expect((await listening(await server.as(person))).response.statusCode).toBe(200);
  expectProblem(await server.asNobody().get('/api/live'), 401, 'session-missing');
  const ended = await server.as(rosa);
  server.clock.advance(16);
  expectProblem(await ended.get('/api/live'), 401, 'session-ended');
});

test('a stream is neither kept nor packed by anything on its way, and carries the headers of every answer', async () => {
  const { rosa } = await aTeam(server);
  const { headers } = (await listening(await server.as(rosa))).response;
  expect(headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'strict-transport-security': expect.any(String),
  });
  expect(headers['content-encoding']).toBeUndefined();
});

test('a stream says how soon to come back, and now and then that it is still there', async () => {
  const { rosa } = await aTeam(server);
  const page = await listening(await server.as(rosa));
  expect(page.bytes).toMatch(/^retry: \d+\n\n/);
  await becomes(() => Promise.resolve(page.bytes.includes('\n: here\n')), true);
});

test('who signs out is told no more, on any device they sign out of', async () => {
  const { rosa } = await aTeam(server);
  const [phone, desk] = [await server.as(rosa), await server.as(rosa)];
  const [ofPhone, ofDesk] = [await listening(phone), await listening(desk)];
  await phone.post('/api/sign-out');
  await expectEnded(ofPhone);
  expect(ofDesk.isOver).toBe(false);
  await desk.post('/api/sign-out-everywhere');
  await expectEnded(ofDesk);
});

test('a disabled account is told no more', async () => {
  const { organization, rosa } = await aTeam(server);
  const page = await listening(await server.as(rosa));
  const administrator = await server.as(await anAdministrator(organization));
  const { items } = (await administrator.get('/api/people?role=coach')).body;
  const { version } = items.find(({ accountId }: SignedIn) => accountId === rosa.accountId);
  const disabled = await administrator.post(
    `/api/people/${rosa.accountId}/disable`,
    {},
    { 'if-match': `"${version}"` },
  );
  expect(disabled.status).toBe(200);
  await expectEnded(page);
});

test('listening keeps nobody signed in: after the idle minutes the stream ends', async () => {
  const { rosa, theo } = await aTeam(server);
  const [ofRosa, ofTheo] = [await listening(await server.as(rosa)), await listening(await server.as(theo))];
  server.clock.advance(10);
  // opening a stream anew is no activity either
  const again = await server.as(rosa);
  server.clock.advance(10);
  expect((await LivePage.of(again, server.url)).response.statusCode).toBe(200);
  await expectEnded(ofRosa);
  expect(ofTheo.isOver).toBe(false);
  server.clock.advance(6);
  expectProblem(await again.get('/api/live'), 401, 'session-ended');
  server.clock.advance(5);
  await expectEnded(ofTheo);
});

test('twelve hours after signing in the stream ends', async () => {
  const { rosa } = await aTeam(server);
  const client = await server.as(rosa);
  const page = await listening(client);
  for (let minutes = 0; minutes < 714; minutes += 14) {
    server.clock.advance(14);
    expect((await client.get('/api/me')).status).toBe(200);
  }
  expect(page.isOver).toBe(false);
  server.clock.advance(10);
  await expectEnded(page);
});

test('a listener whose connection is cut comes back and has missed nothing', async () => {
  const { sam, rosa, theo } = await aTeam(server);
  const page = await listening(await server.as(sam));
  const sameLogin = new pg.Client({ connectionString: (await workerDatabase()).runtime });
  await sameLogin.connect();
  for (let times = 1; times <= 3; times += 1) {
    const { rows } = await sameLogin.query(
      `SELECT pg_terminate_backend(pid) AS is_cut FROM pg_stat_activity
        WHERE application_name = 'alongside live' AND datname = current_database()`,
    );
    expect(rows).toContainEqual({ is_cut: true });
    await raise(rosa, theo);
    await becomes(() => Promise.resolve(page.participantIds.length), times);
  }
  await sameLogin.end();
  expect(page.isOver).toBe(false);
});

test('who does not read is cut, and nothing is kept for them without end', async () => {
  const { organization, sam, rosa, theo } = await aTeam(server);
  const deaf = await listening(await server.as(sam));
  const reader = await listening(await server.as(rosa));
  deaf.response.pause();
  // more than the network itself takes in between: some 13 MB
  await server.database.query(
    `INSERT INTO live_events (organization_id, id, at, participant_id, account_ids)
     SELECT $1, n, clock_timestamp(), $2, ARRAY[$3::uuid, $4] FROM generate_series(1, 150000) n`,
    [organization.organizationId, theo.participantId, sam.accountId, rosa.accountId],
  );
  await server.database.query(`SELECT pg_notify('live_events', $1)`, [organization.organizationId]);
  await becomes(() => Promise.resolve(reader.lastEventId), '150000');
  deaf.response.resume();
  await becomes(() => Promise.resolve(deaf.isOver), true);
  expect(Number(deaf.lastEventId)).toBeLessThan(150_000);
  expect(reader.isOver).toBe(false);
});

test('a server that stops ends its streams at once, so that their pages go elsewhere', async () => {
  const { runtime } = await workerDatabase();
  const stopping = await startServer({
    databaseUrl: runtime,
    port: 0,
    host: '127.0.0.1',
    clock: server.clock,
    logLevel: 'silent',
  });
  const { rosa } = await aTeam(server);
  const page = await LivePage.of(await server.as(rosa), stopping.url);
  const asked = Date.now();
  await stopping.close();
  await becomes(() => Promise.resolve(page.isOver), true);
  expect(Date.now() - asked).toBeLessThan(2_000);
  expect(page.told.map(({ event }) => event)).toEqual(['ready']);
});
