import { v7 as newId } from 'uuid';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  team = await aTeam(server);
});
afterAll(() => server.close());
beforeEach(() => server.clock.set('2026-03-10T16:00:00Z'));

const isIn = async (client: Client): Promise<boolean> => (await client.get('/api/me')).status === 200;

test.each([
  ['a coach', 'rosa', 15],
  ['a supervisor', 'sam', 15],
  ['a participant', 'theo', 30],
] as const)('%s stays signed in short of the idle minutes and no longer', async (_, who, minutes) => {
  const client = await server.as(team[who]);
  expect((await client.get('/api/me')).body.idleMinutes).toBe(minutes);
  server.clock.advance(minutes - 1);
  expect(await isIn(client)).toBe(true);
  server.clock.advance(minutes - 1);
  expect(await isIn(client)).toBe(true);
  server.clock.advance(minutes);
  expectProblem(await client.get('/api/me'), 401, 'session-ended');
});

test('what a page asks for by itself keeps nobody awake', async () => {
  const client = await server.as(team.rosa);
  for (let minutes = 0; minutes < 14; minutes += 2) {
    server.clock.advance(2);
    expect((await client.get('/api/caseload', { 'alongside-unattended': 'true' })).status).toBe(200);
  }
  server.clock.advance(1);
  expectProblem(await client.get('/api/caseload'), 401, 'session-ended');
});

test('who is refused was there all the same: it keeps them signed in like every other request', async () => {
  const client = await server.as(team.rosa);
  const contact = contactWith(team.theo);
  expect((await client.post('/api/contacts', contact)).status).toBe(201);
  const refused: [number, () => Promise<Answer>][] = [
    [404, () => client.get(`/api/participants/${newId()}`)],
    [409, () => client.post('/api/contacts', { ...contact, outcome: 'no answer' })],
    [412, () => client.put(`/api/contacts/${contact.contactId}`, { outcome: 'reached' }, onVersion(7))],
    [422, () => client.post('/api/contacts', contactWith(team.theo, { minutes: -1 }))],
    [422, () => client.post('/api/contacts', contactWith(team.theo, { occurredOn: '2099-01-01' }))],
    [403, () => client.get('/api/team')],
  ];
  for (const [status, ask] of refused) {
    server.clock.advance(10);
    expect((await ask()).status).toBe(status);
  }
  server.clock.advance(10);
  expect(await isIn(client)).toBe(true);
});

test('what a page asks for by itself and is refused keeps nobody awake', async () => {
  const client = await server.as(team.rosa);
  server.clock.advance(10);
  const answer = await client.get(`/api/participants/${newId()}`, { 'alongside-unattended': 'true' });
  expect(answer.status).toBe(404);
  server.clock.advance(10);
  expectProblem(await client.get('/api/me'), 401, 'session-ended');
});

test('twelve hours after signing in a session ends, however busy it was', async () => {
  const client = await server.as(team.rosa);
  for (let minutes = 10; minutes < 720; minutes += 10) {
    server.clock.advance(10);
    expect(await isIn(client)).toBe(true);
  }
  server.clock.advance(10);
  expectProblem(await client.get('/api/me'), 401, 'session-ended');
});

test('a session that ends mid-form says that what was typed is kept, and it is there after signing in again', async () => {
  const client = await server.as(team.rosa);
  const contact = contactWith(team.theo, { sharedNote: 'Words not to lose' });
  const draft = { participantId: team.theo.participantId, body: contact };
  await client.put(`/api/drafts/${contact.contactId}`, draft);
  server.clock.advance(16);
  for (const body of [contact, { ...contact, minutes: -1 }]) {
    const answer = await client.post('/api/contacts', body);
    expectProblem(answer, 401, 'session-ended');
    expect(answer.body.detail).toMatch(/Sign in again.*kept/);
  }
  expectProblem(await client.put(`/api/drafts/${contact.contactId}`, { body: {} }), 401, 'session-ended');
  const again = await server.as(team.rosa);
  expect((await again.get('/api/drafts')).body.items).toMatchObject([
    { draftId: contact.contactId, body: contact },
  ]);
  expect((await again.post('/api/contacts', contact)).status).toBe(201);
});

test('signing out ends this session on the server, and no other', async () => {
  const [phone, desk] = [await server.as(team.rosa), await server.as(team.rosa)];
  const cookie = phone.cookieNow();
  const answer = await phone.post('/api/sign-out');
  expect(answer.status).toBe(204);
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^session=;.*Max-Age=0|^session=;.*1970/),
  ]);
  expectProblem(await server.asNobody().get('/api/me', { cookie }), 401, 'session-ended');
  expect(await isIn(desk)).toBe(true);
});

test('signing out everywhere ends every session of the person, and nobody else’s', async () => {
  const [phone, desk, other] = [
    await server.as(team.rosa),
    await server.as(team.rosa),
    await server.as(team.sam),
  ];
  expect((await phone.post('/api/sign-out-everywhere')).status).toBe(204);
  expectProblem(await desk.get('/api/me'), 401, 'session-ended');
  expect(await isIn(other)).toBe(true);
});

test('a disabled account is out at once', async () => {
  const { rosa } = await aTeam(server);
  const client = await server.as(rosa);
  expect(await isIn(client)).toBe(true);
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [rosa.accountId]);
  expectProblem(await client.get('/api/me'), 401, 'session-ended');
});

test('a token is nowhere in the database, only its hash', async () => {
  const client = await server.as(team.rosa);
  const token = client.cookieNow().split('=')[1]!;
  const { rows } = await server.database.query(
    'SELECT s::text AS words FROM sessions s WHERE account_id = $1',
    [team.rosa.accountId],
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(
    rows.filter(({ words }) => words.includes(token) || words.includes(Buffer.from(token).toString('hex'))),
  ).toEqual([]);
});
