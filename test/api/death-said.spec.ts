import { v7 as newId } from 'uuid';
import { saysDeath } from '../given/death.js';
import { assign, type Participant } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let rosa: Person;
let dev: Person;
let sam: Person;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  ({ rosa, sam, theo } = team);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: sam });
  await assign(theo, dev, '2026-03-01', 'second');
});

const get = async (person: Person, path: string) => (await (await server.as(person)).get(path)).body;

async function count(table: string, which: string): Promise<number> {
  const { rows } = await server.database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM ${table} WHERE participant_id = $1 AND ${which}`,
    [theo.participantId],
  );
  return rows[0]!.count;
}

test('a coach takes back within a day what they said themselves; after that, and for others, a supervisor does', async () => {
  const { body: death } = await saysDeath(rosa, theo);
  const takeBack = async (by: Person) => (await server.as(by)).post(`/api/deaths/${death.deathId}/take-back`);
  expectProblem(await takeBack(dev), 403, 'only-a-supervisor-takes-it-back');
  server.clock.advance(1441);
  expectProblem(await takeBack(rosa), 403, 'only-a-supervisor-takes-it-back');
  server.clock.advance(90 * 1440);
  expect((await takeBack(sam)).status).toBe(200);
  expectProblem(await takeBack(sam), 404, 'death-not-found');
});

test('the supervisor sees who walked with them until they have spoken; the coach sees the record to close', async () => {
  const { body: death } = await saysDeath(rosa, theo);
  for (const by of [rosa, sam])
    expect((await get(by, '/api/deaths')).items).toMatchObject([{ deathId: death.deathId }]);
  const sams = await server.as(sam);
  await sams.post(`/api/deaths/${death.deathId}/last-word`, { words: 'Rest well.' }, onVersion(1));
  expect((await get(rosa, '/api/deaths')).items).toEqual([]);
  expect((await get(sam, '/api/deaths')).items).toMatchObject([{ spokenAt: null }]);
  const spoken = await sams.post(`/api/deaths/${death.deathId}/spoken`);
  expect(spoken.body.spokenAt).toBe('2026-03-10T16:00:00.000Z');
  expect((await get(sam, '/api/deaths')).items).toEqual([]);
});

test('a closed record is in one list alone, of the team it stays with', async () => {
  const { body: death } = await saysDeath(rosa, theo);
  const closed = async (by: Person) => (await get(by, '/api/deaths/closed')).items;
  expect(await closed(sam)).toEqual([]);
  const sams = await server.as(sam);
  await sams.post(`/api/deaths/${death.deathId}/last-word`, { words: 'Rest well.' }, onVersion(1));
  expect(await closed(sam)).toMatchObject([{ deathId: death.deathId, lastWord: { words: 'Rest well.' } }]);
  expect(await closed(await aSupervisor(team.organization, { name: 'Inez' }))).toEqual([]);
  expectProblem(await (await server.as(rosa)).get('/api/deaths/closed'), 403, 'role-not-allowed');
  // what was said in the first hours is set right there too
  const right = await sams.put(`/api/deaths/${death.deathId}`, { diedOn: '2026-03-06' }, onVersion(2));
  expect(right.body).toMatchObject({ diedOn: '2026-03-06', lastWord: { words: 'Rest well.' }, version: 3 });
});

test('the day and the wishes are set right; of two who edit, the second sees both', async () => {
  const { body: death } = await saysDeath(rosa, theo);
  const edit = async (by: Person, words: Words) =>
    (await server.as(by)).put(`/api/deaths/${death.deathId}`, words, onVersion(1));
  const right = await edit(rosa, { diedOn: '2026-03-07', familyWishes: 'No calls to the house.' });
  expect(right.body).toMatchObject({ diedOn: '2026-03-07', version: 2 });
  const { rows } = await server.database.query(
    'SELECT closed_on::text, closing_reason FROM enrollments WHERE participant_id = $1',
    [theo.participantId],
  );
  expect(rows).toEqual([{ closed_on: '2026-03-07', closing_reason: 'died' }]);
  const stale = await edit(sam, { diedOn: '2026-03-09' });
  expectProblem(stale, 412, 'version-stale');
  expect(stale.body).toMatchObject({ current: { diedOn: '2026-03-07' }, yours: { diedOn: '2026-03-09' } });
});

test.each([
  ['2026-03-11', 'in-the-future'],
  ['2026-01-31', 'before-enrollment'],
])('a day of %s is refused: %s', async (diedOn, code) => {
  expectFieldProblem(await saysDeath(rosa, theo, { diedOn }), 'diedOn', code);
  expect(await count('enrollments', 'closed_on IS NULL')).toBe(1);
});

test('said twice is said once; said by another too, the first stands and the second is told gently', async () => {
  const deathId = newId();
  const first = await saysDeath(rosa, theo, { deathId });
  const again = await saysDeath(rosa, theo, { deathId });
  expect([again.status, again.body]).toEqual([201, first.body]);
  const other = await saysDeath(sam, theo);
  expectProblem(other, 409, 'a-death-is-said-once');
  expect(other.body.detail).toContain('Rosa said this already');
  expectProblem(await saysDeath(rosa, theo, { deathId, diedOn: '2026-03-02' }), 409, 'a-death-is-said-once');
});

test('whom one does not reach is a 404; an administrator and participants have no such page', async () => {
  const otherTeam = await aCoach(team.organization, { name: 'June' });
  expectProblem(await saysDeath(otherTeam, theo), 404, 'participant-not-found');
  const ada = await anAdministrator(team.organization);
  expectProblem(await saysDeath(ada, theo), 403, 'role-not-allowed');
  expectProblem(await saysDeath(theo, theo), 403, 'role-not-allowed');
});

test('their own sign-in ends with the next request', async () => {
  const client = await server.as(theo);
  expect((await client.get('/api/home')).status).toBe(200);
  await saysDeath(rosa, theo);
  expect((await client.get('/api/home')).status).toBe(401);
  await expect(server.as(theo)).rejects.toThrow('No open account');
});
