import { anAdministrator } from '../given/staff.js';
import { aTeam } from '../given/team.js';
import { becomes } from '../support/becomes.js';
import type { Client } from '../support/client.js';
import { LivePage } from '../support/live-page.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type SignedIn, type TestServer } from '../support/server.js';
import { startServer } from '../../backend/main.js';
import { workerDatabase } from '../support/database.js';

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
