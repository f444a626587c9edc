import { v7 as newId } from 'uuid';
import { goalWith } from '../given/goal-words.js';
import { logged } from '../given/logged.js';
import { aParticipantOf, type Participant } from '../given/participant.js';
import { actingAs, alsoHolds, inTheProgram } from '../given/roles.js';
import { aCoach, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { type Route, routesOf } from '../support/routes-of.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';

/**
 * Tomas holds every role of the staff and is in the program with Keisha, who reports to him; June coaches and is in it
 * with Rosa, who reports to Sam. Whatever address there is, it is tried.
 */
let server: TestServer;
let team: Team;
let tomas: Person;
let own: Participant;
let colleagues: Participant;
let dev: Person;

const ROLES = ['coach', 'supervisor', 'administrator'] as const;

beforeAll(async () => {
  server = await startTestServer();
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  tomas = await aCoach(team.organization, { name: 'Tomas', supervisor: team.sam });
  await alsoHolds(tomas, 'supervisor');
  await alsoHolds(tomas, 'administrator');
  await aParticipantOf(tomas);
  await aParticipantOf(dev);
  const keisha = await aCoach(team.organization, { name: 'Keisha', supervisor: tomas });
  own = await aRecordOf(tomas, keisha);
  colleagues = await aRecordOf(
    await aCoach(team.organization, { name: 'June', supervisor: team.sam }),
    team.rosa,
  );
});
afterAll(() => server.close());

/** In the program with this coach, with what a coach writes. */
async function aRecordOf(person: Person, coach: Person): Promise<Participant> {
  const record = await inTheProgram(person, coach);
  const { participantId } = record;
  await logged(coach, record, { teamNote: 'Hard week.', nextContact: { plannedOn: '2026-03-12' } });
  const client = await server.as(coach);
  const promise = { promiseId: newId(), participantId, words: 'Bring the form.', dueOn: '2026-03-10' };
  for (const [path, sent] of [
    ['/api/goals', goalWith({ participantId })],
    ['/api/promises', promise],
  ] as const)
    expect([path, (await client.post(path, sent)).status]).toEqual([path, 201]);
  return record;
}

const isOfRecord = ({ path }: Route): boolean => /^\/api\/participants\/\{id\}(\/[\w-]+)*$/.test(path);
const isList = ({ path, method }: Route): boolean => method === 'get' && !path.includes('{');

/** Each address that answers somebody about the record, by what it answered. */
async function answeredAbout(record: Participant, client: Client, role: string): Promise<string[]> {
  const answered: string[] = [];
  for (const { name, method, path, access } of routesOf(server).filter(isOfRecord)) {
    if (!access.includes(role)) continue;
    const address = path.replace('{id}', record.participantId);
    const body = method === 'get' ? undefined : '{}';
    const { status } = await client.send(method.toUpperCase(), address, body, onVersion(1));
    if (![403, 404, 422].includes(status)) answered.push(`${name} ${status}`);
  }
  return answered;
}

/** Each list that has the record on it. */
async function listedOn(record: Participant, client: Client, role: string): Promise<string[]> {
  const listed: string[] = [];
  for (const { name, path, access } of routesOf(server).filter(isList)) {
    if (!access.includes(role) || path === '/api/live') continue;
    const { body } = await client.get(path);
    if (JSON.stringify(body ?? {}).includes(record.participantId)) listed.push(name);
  }
  return listed;
}

test.each(ROLES)(
  'one’s own record is behind no address as a %s, is on no list, and stays as it is',
  async (role) => {
    const client = await actingAs(tomas, role);
    const before = await rowCounts(team.organization);
    expect(await answeredAbout(own, client, role)).toEqual([]);
    expect(await listedOn(own, client, role)).toEqual([]);
    expect(await rowCounts(team.organization)).toEqual(before);
  },
);

test('a colleague’s record is behind no address of a coach who is not theirs, nor of their supervisor', async () => {
  const before = await rowCounts(team.organization);
  for (const [person, role] of [
    [dev, 'coach'],
    [team.sam, 'supervisor'],
  ] as const) {
    const client = await server.as(person);
    expect([role, await answeredAbout(colleagues, client, role)]).toEqual([role, []]);
    expect([role, await listedOn(colleagues, client, role)]).toEqual([role, []]);
  }
  expect(await rowCounts(team.organization)).toEqual(before);
});

test('the same addresses answer the coach who is theirs', async () => {
  const client = await server.as(team.rosa);
  expect((await answeredAbout(colleagues, client, 'coach')).length).toBeGreaterThan(10);
  expect(await listedOn(colleagues, client, 'coach')).toContain('get /api/caseload');
});
