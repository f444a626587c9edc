import { v7 as newId } from 'uuid';
import { hashOf, newToken } from '../../backend/access/session-cookie.js';
import { PASSWORD } from '../given/password.js';
import { anAccount, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { expectFieldProblem, expectProblem, withoutMoment } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  team = await aTeam(server);
});
afterAll(() => server.close());
beforeEach(() => server.clock.set('2026-03-10T16:00:00Z'));

/** Somebody who has not opened their account, and what is in their link. */
async function invited(): Promise<{ person: Person; key: string }> {
  const person = await anAccount(team.organization, 'coach', 'Dev');
  await server.database.query('UPDATE accounts SET activated_at = NULL WHERE id = $1', [person.accountId]);
  const token = newToken();
  await server.database.query(
    `INSERT INTO invitations (organization_id, id, account_id, token_hash, made_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $5::timestamptz + interval '7 days')`,
    [person.organizationId, newId(), person.accountId, hashOf(token), server.clock.now()],
  );
  return { person, key: token };
}

const accept = (key: string, password: unknown = PASSWORD, client = server.asNobody()) =>
  client.post('/api/opening', { key, password });
const look = (key: string, client = server.asNobody()) => client.post('/api/opening/look', { key });

test('a link says whose account it opens, opens it with a password, and signs in', async () => {
  const { person, key } = await invited();
  const client = server.asNobody();
  expect((await look(key, client)).body).toEqual({
    name: 'Dev',
    signInName: person.signInName,
    organizationName: 'Harbor Recovery Community',
    organization: team.organization.shortName,
    role: 'coach',
    language: 'en',
  });
  expect(await accept(key, PASSWORD, client)).toMatchObject({
    status: 200,
    body: { accountId: person.accountId },
  });
  expect((await client.get('/api/me')).status).toBe(200);
  const { shortName: organization } = team.organization;
  const credentials = { organization, signInName: person.signInName, password: PASSWORD };
  expect((await server.asNobody().post('/api/sign-in', credentials)).status).toBe(200);
});

test('wrong, used, expired, of a disabled account: one answer', async () => {
  const [used, expired, disabled] = [await invited(), await invited(), await invited()];
  await accept(used.key);
  const query = server.database;
  await query.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [disabled.person.accountId]);
  await query.query(`UPDATE invitations SET expires_at = $2 WHERE account_id = $1`, [
    expired.person.accountId,
    server.clock.now(),
  ]);
  const keys = [newToken(), used.key, expired.key, disabled.key];
  const looked = [];
  for (const each of keys) looked.push(withoutMoment(await look(each)));
  for (const each of keys) looked.push(withoutMoment(await accept(each)));
  expectProblem(await accept(used.key), 404, 'invitation-not-found');
  for (const answer of looked) expect(answer).toEqual(looked[0]);
});

test('a link works through its last moment', async () => {
  const { key } = await invited();
  server.clock.set('2026-03-17T15:59:59.999Z');
  expect((await look(key)).status).toBe(200);
  server.clock.set('2026-03-17T16:00:00Z');
  expect((await look(key)).status).toBe(404);
});

test('two people with one link: one opens the account, the other is refused', async () => {
  const { person, key } = await invited();
  const answers = await Promise.all([accept(key, `${PASSWORD} one`), accept(key, `${PASSWORD} two`)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  const { rows } = await server.database.query('SELECT 1 FROM passwords WHERE account_id = $1', [
    person.accountId,
  ]);
  expect(rows).toHaveLength(1);
});

test.each([
  ['empty', ''],
  ['no text', []],
  ['of 14 emoji', '👩‍🌾'.repeat(14)],
  ['a short one', 'fourteen chars'],
  ['a number', 12],
  ['one too long', 'x'.repeat(129)],
])('takes no password that is %s, says what is wanted, and the link still works', async (_, password) => {
  const { key } = await invited();
  const answer = await accept(key, password);
  expectFieldProblem(answer, 'password', 'password-length');
  expect(answer.body.fields[0].detail).toMatch(/15 to 128 characters/);
  expect((await accept(key)).status).toBe(200);
});

test('any 15 characters are a password: accents, emoji and spaces, however the keyboard wrote them', async () => {
  const { person, key } = await invited();
  const password = 'mañana será 🌅 ok';
  expect((await accept(key, password.normalize('NFD'))).status).toBe(200);
  const credentials = { organization: team.organization.shortName, signInName: person.signInName };
  const answer = await server
    .asNobody()
    .post('/api/sign-in', { ...credentials, password: password.normalize('NFC') });
  expect(answer.status).toBe(200);
});

test.each([
  ['15 letters', 'x'.repeat(15)],
  ['128 letters', 'x'.repeat(128)],
  ['15 emoji of several signs each', '👨‍👩‍👧‍👦'.repeat(15)],
])('takes a password of %s, which opens the door again', async (_, password) => {
  const { person, key } = await invited();
  expect((await accept(key, password)).status).toBe(200);
  const credentials = { organization: team.organization.shortName, signInName: person.signInName, password };
  expect((await server.asNobody().post('/api/sign-in', credentials)).status).toBe(200);
});
