import { PASSWORD, withPassword } from '../given/password.js';
import { anAccount } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { startServer } from '../../backend/main.js';
import { Client, type Answer } from '../support/client.js';
import { workerDatabase } from '../support/database.js';
import { expectProblem, withoutMoment } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  team = await aTeam(server);
  await withPassword(team.rosa);
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  await server.database.query('DELETE FROM sign_in_delays');
});

interface Tried {
  organization?: string;
  signInName?: string;
  password?: string;
}

function signIn(tried: Tried = {}, client = server.asNobody()): Promise<Answer> {
  const rosa = {
    organization: team.organization.shortName,
    signInName: team.rosa.signInName,
    password: PASSWORD,
  };
  return client.post('/api/sign-in', { ...rosa, ...tried });
}

test('name and password open the account: who they are, where, and which day it is there', async () => {
  const client = server.asNobody();
  const { status, body } = await signIn({}, client);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    accountId: team.rosa.accountId,
    name: 'Rosa',
    role: 'coach',
    language: 'en',
    participantId: null,
    organization: { shortName: team.organization.shortName, timeZone: 'America/New_York' },
    today: '2026-03-10',
    idleMinutes: 15,
  });
  expect((await client.get('/api/me')).body).toEqual(body);
});

test('capitals in the organization’s or the person’s name make no difference, in the password they do', async () => {
  const loud = {
    organization: team.organization.shortName.toUpperCase(),
    signInName: team.rosa.signInName.toUpperCase(),
  };
  expect((await signIn(loud)).status).toBe(200);
  expectProblem(await signIn({ password: PASSWORD.toUpperCase() }), 401, 'sign-in-refused');
});

test('whatever was wrong, the answer is the same', async () => {
  const disabled = await anAccount(team.organization, 'coach', 'Gone');
  await withPassword(disabled);
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [disabled.accountId]);
  const neverOpened = await anAccount(team.organization, 'coach', 'New');
  const summit = await aTeam(server);
  const wrong: Tried[] = [
    { password: 'another password entirely' },
    { signInName: 'nobody-of-this-name' },
    { signInName: disabled.signInName },
    { signInName: neverOpened.signInName },
    { organization: summit.organization.shortName },
    { organization: 'no-such-organization' },
    { signInName: 'nul\0byte' },
    { password: 'half \ud83d a pair' },
  ];
  const answers = [];
  for (const tried of wrong) answers.push(await signIn(tried));
  expectProblem(answers[0]!, 401, 'sign-in-refused');
  const [first, ...others] = answers.filter(({ status }) => status !== 422).map(withoutMoment);
  for (const other of others) expect(other).toEqual(first);
  expect(answers.filter(({ status }) => ![401, 422].includes(status))).toEqual([]);
  expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
});

test('after a few wrong tries one waits, longer each time, and even the right password waits', async () => {
  const wrong = { password: 'another password entirely' };
  const waits: number[] = [];
  for (let tries = 0; waits.length < 4; tries += 1) {
    expect(tries).toBeLessThan(16);
    const answer = await signIn(wrong);
    if (answer.status !== 429) continue;
    expectProblem(answer, 429, 'sign-in-throttled');
    const seconds = Number(answer.headers.get('retry-after'));
    expect(answer.body.detail).toContain(`${seconds} seconds`);
    expectProblem(await signIn(), 429, 'sign-in-throttled');
    waits.push(seconds);
    server.clock.advance(seconds / 60);
  }
  for (const [index, wait] of waits.entries()) expect(wait).toBeGreaterThan(waits[index - 1] ?? 0);
  expect((await signIn()).status).toBe(200);
  // forgotten: the next wrong try costs nothing again
  expect((await signIn(wrong)).status).toBe(401);
  expect((await signIn()).status).toBe(200);
});

test('the delay is the name’s own: a colleague signs in meanwhile', async () => {
  const dev = await anAccount(team.organization, 'coach', 'Dev');
  await withPassword(dev);
  for (let tries = 0; tries < 7; tries += 1) await signIn({ password: 'another password entirely' });
  expect((await signIn()).status).toBe(429);
  expect((await signIn({ signInName: dev.signInName })).status).toBe(200);
});

test('one who tries many names from one address waits too, though later: an office shares one', async () => {
  const tryAs = (signInName: string) => signIn({ signInName, password: 'x' });
  await tryAs('name-1');
  await server.database.query('UPDATE sign_in_delays SET failure_count = 18');
  expect((await tryAs('name-2')).status).toBe(401);
  expect((await tryAs('name-3')).status).toBe(401);
  expect((await tryAs('name-4')).status).toBe(401);
  expectProblem(await tryAs('name-5'), 429, 'sign-in-throttled');
});

test('the wait is never more than a quarter of an hour, and a quiet hour forgets it', async () => {
  const wrong = { password: 'another password entirely' };
  await signIn(wrong);
  await server.database.query('UPDATE sign_in_delays SET failure_count = 400');
  await signIn(wrong);
  expect(Number((await signIn()).headers.get('retry-after'))).toBe(900);
  server.clock.advance(15 + 61);
  await signIn(wrong);
  expect((await signIn()).status).toBe(200);
});

test('signing in makes a new session each time, and ends the one this browser had', async () => {
  const client = server.asNobody();
  await signIn({}, client);
  const before = client.cookieNow();
  await signIn({}, client);
  expect(client.cookieNow()).not.toBe(before);
  expectProblem(await server.asNobody().get('/api/me', { cookie: before }), 401, 'session-ended');
});

test('the cookie is the server’s alone; behind TLS it is bound to this host', async () => {
  const [plain] = (await signIn()).headers.getSetCookie();
  expect(plain).toMatch(/^session=[\w-]{43};/);
  for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/'])
    expect(plain!.split('; ')).toContain(attribute);
  expect(plain).not.toMatch(/Domain|Secure/);

  const { runtime } = await workerDatabase();
  const address = { port: 0, host: '127.0.0.1', trustProxy: '127.0.0.1' };
  const behind = await startServer({
    databaseUrl: runtime,
    ...address,
    clock: server.clock,
    logLevel: 'silent',
  });
  const answer = await new Client(behind.url).post(
    '/api/sign-in',
    { organization: team.organization.shortName, signInName: team.rosa.signInName, password: PASSWORD },
    { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' },
  );
  await behind.close();
  const [secure] = answer.headers.getSetCookie();
  expect(secure).toMatch(/^__Host-session=[\w-]{43};/);
  for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/'])
    expect(secure!.split('; ')).toContain(attribute);
  expect(secure).not.toMatch(/Domain/);
});

test('an organization’s door tells its name to anyone, and of a real one nobody’s', async () => {
  const { body } = await server.asNobody().get(`/api/sign-in/${team.organization.shortName}`);
  expect(body).toEqual({
    name: 'Harbor Recovery Community',
    shortName: team.organization.shortName,
    phone: '555-0100',
    isSample: false,
    samplePeople: [],
  });
  expectProblem(await server.asNobody().get('/api/sign-in/no-such'), 404, 'organization-not-found');
  const sample = { organization: team.organization.shortName, accountId: team.rosa.accountId };
  expect((await server.asNobody().post('/api/sign-in/sample', sample)).status).toBe(404);
});
