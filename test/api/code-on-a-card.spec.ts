import { invite, notYetIn } from '../given/invited.js';
import { aParticipantOf, type Participant } from '../given/participant.js';
import { PASSWORD } from '../given/password.js';
import { aTeam, type Team } from '../given/team.js';
import type { Answer, Client } from '../support/client.js';
import { expectProblem, withoutMoment } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let rosas: Client;

beforeAll(async () => {
  server = await startTestServer();
  team = await aTeam(server);
  await server.database.query(`UPDATE organizations SET neutral_name = 'Harbor' WHERE id = $1`, [
    team.organization.organizationId,
  ]);
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  rosas = await server.as(team.rosa);
  await server.database.query('DELETE FROM sign_in_delays');
});

const looked = (key: string): Promise<Answer> => server.asNobody().post('/api/opening/look', { key });
const opened = (key: string, password = PASSWORD): Promise<Answer> =>
  server.asNobody().post('/api/opening', { key, password });

async function aCard(): Promise<{ person: Participant; code: string }> {
  const person = await notYetIn(await aParticipantOf(team.rosa, { preferredName: 'Lou' }), 'an account');
  return { person, code: (await invite(rosas, person)).body.code };
}

test('the page behind a code tells the neutral name, never the one that says what this is about', async () => {
  const { code } = await aCard();
  const { status, body } = await looked(code);
  expect([status, body.organizationName]).toEqual([200, 'Harbor']);
  expect(JSON.stringify(body)).not.toMatch(/recovery|coach|community/i);
});

test('a code is read however it is typed: small letters, spaces, no hyphen, O for 0, I and L for 1', async () => {
  const { code, person } = await aCard();
  const { hashOfCode } = await import('../../backend/access/invitation-code.js');
  await server.database.query('UPDATE invitations SET code_hash = $2 WHERE account_id = $1', [
    person.accountId,
    await hashOfCode('0A1B2C1D0E'),
  ]);
  expect((await looked(code)).status).toBe(404);
  for (const typed of ['0A1B2-C1D0E', ' oa1b2 c1doe ', 'OAIB2CLDOE', 'oalb2–cidoe', '0a 1b 2c 1d 0e'])
    expect([typed, (await looked(typed)).status]).toEqual([typed, 200]);
});

test('wrong, used, expired, called off, of a disabled account, none at all: one answer', async () => {
  const [used, expired, calledOff, disabled] = [await aCard(), await aCard(), await aCard(), await aCard()];
  expect((await opened(used.code)).status).toBe(200);
  await server.database.query('UPDATE invitations SET expires_at = $2 WHERE account_id = $1', [
    expired.person.accountId,
    server.clock.now(),
  ]);
  await rosas.post(`/api/participants/${calledOff.person.participantId}/invitation/call-off`);
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [
    disabled.person.accountId,
  ]);
  const codes = [used, expired, calledOff, disabled].map(({ code }) => code);
  const answers = [];
  for (const code of [...codes, '00000-00000', 'no', '🙂'.repeat(10)]) {
    answers.push(withoutMoment(await looked(code)), withoutMoment(await opened(code)));
    await server.database.query('DELETE FROM sign_in_delays');
  }
  expect(answers[0]).toMatchObject({ status: 404, body: { code: 'invitation-not-found' } });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('guessing is kept waiting, a right code too, and the wait ends', async () => {
  const { code } = await aCard();
  const guesses = [];
  for (let guess = 0; guess < 12; guess += 1) guesses.push((await looked(`ZZZZZ-ZZZ${10 + guess}`)).status);
  expect(guesses).toEqual([...Array(11).fill(404), 429]);
  const waiting = await looked(code);
  expectProblem(waiting, 429, 'sign-in-throttled');
  expect(waiting.headers.get('retry-after')).toMatch(/^\d+$/);
  server.clock.advance(16);
  expect((await opened(code)).status).toBe(200);
});

test('thirty guesses at once are thirty', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, guess) => looked(`YYYYY-YYY${10 + guess}`)),
  );
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(11);
});

test('however many addresses guess, all together are kept waiting', async () => {
  const { code } = await aCard();
  await server.database.query(
    `INSERT INTO sign_in_delays (subject, failure_count, not_before)
     SELECT sha256('every code'), 700, $1::timestamptz + interval '1201 seconds'`,
    [server.clock.now()],
  );
  expectProblem(await looked(code), 429, 'sign-in-throttled');
  server.clock.advance(1);
  expect((await looked(code)).status).toBe(200);
});

test('two people with one card: one opens the account, the other is refused', async () => {
  const { code } = await aCard();
  const answers = await Promise.all([opened(code, `${PASSWORD} one`), opened(code, `${PASSWORD} two`)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
});

test('a code works for seven days', async () => {
  const { code } = await aCard();
  server.clock.set('2026-03-17T15:59:59.999Z');
  expect((await looked(code)).status).toBe(200);
  server.clock.set('2026-03-17T16:00:00Z');
  expect((await looked(code)).status).toBe(404);
});

test('neither code nor link is kept, only what they can be known by', async () => {
  const { code, person } = await aCard();
  const { rows } = await server.database.query(
    'SELECT i::text AS row FROM invitations i WHERE account_id = $1',
    [person.accountId],
  );
  expect(rows[0].row).not.toContain(code.replace('-', ''));
});
