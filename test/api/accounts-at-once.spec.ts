import { actingAs, alsoHolds } from '../given/roles.js';
import { anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let inez: Person;
let adas: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  inez = await aSupervisor(team.organization, { name: 'Inez' });
  adas = await server.as(await anAdministrator(team.organization));
});

/** A page that only this role opens. */
const PAGE = { coach: '/api/caseload', supervisor: '/api/team', administrator: '/api/people' } as const;
type StaffRole = keyof typeof PAGE;
const ROLES = Object.keys(PAGE) as StaffRole[];

const change = async (what: string, sent: object, version: number): Promise<void> => {
  const answer = await adas.post(`/api/people/${inez.accountId}/${what}`, sent, onVersion(version));
  expect([what, answer.status]).toEqual([what, 200]);
};

const outcome = async (client: Client, path: string): Promise<unknown[]> => {
  const { status, body } = await client.get(path);
  return [status, body.code];
};

test.each(ROLES.filter((role) => role !== 'supervisor'))(
  'the role of %s, once given, is there with the next request; once taken, it opens nothing from the next request on',
  async (role) => {
    const inezs = await server.as(inez);
    expect((await inezs.post('/api/me/role', { role })).status).toBe(403);
    await change('roles', { role }, 1);
    expect((await inezs.get('/api/me')).body.roles).toEqual(['supervisor', role]);
    expect((await inezs.post('/api/me/role', { role })).status).toBe(200);
    expect((await inezs.get(PAGE[role])).status).toBe(200);
    const other = await server.as(inez);

    await change('roles/take', { role }, 2);
    expect(await outcome(inezs, PAGE[role])).toEqual([401, 'session-ended']);
    expect((await other.get('/api/me')).body.roles).toEqual(['supervisor']);
    expect((await other.post('/api/me/role', { role })).body.code).toBe('role-not-held');
    expect(await outcome(other, PAGE.supervisor)).toEqual([200, undefined]);
  },
);

test('the role an account begins in is taken: it goes on in the other, and begins there', async () => {
  await alsoHolds(inez, 'coach', { supervisor: team.sam });
  const [supervising, coaching] = [await server.as(inez), await actingAs(inez, 'coach')];
  await change('roles/take', { role: 'supervisor' }, 1);
  expect(await outcome(supervising, PAGE.supervisor)).toEqual([401, 'session-ended']);
  expect(await outcome(coaching, PAGE.coach)).toEqual([200, undefined]);
  expect((await (await server.as(inez)).get('/api/me')).body).toMatchObject({
    role: 'coach',
    roles: ['coach'],
  });
});

test('disabled, no session of theirs opens anything from the next request on, whatever it acts in', async () => {
  await alsoHolds(inez, 'coach', { supervisor: team.sam });
  await alsoHolds(inez, 'administrator');
  const sessions = await Promise.all(ROLES.map((role) => actingAs(inez, role)));
  for (const [index, role] of ROLES.entries())
    expect(await outcome(sessions[index]!, PAGE[role])).toEqual([200, undefined]);
  await change('disable', {}, 1);
  for (const [index, role] of ROLES.entries())
    expect([role, await outcome(sessions[index]!, PAGE[role])]).toEqual([role, [401, 'session-ended']]);
  await change('enable', {}, 2);
  for (const session of sessions) expect(await outcome(session, '/api/me')).toEqual([401, 'session-ended']);
});

test('an administrator who takes their own role is out with the next request, as long as another stays', async () => {
  await alsoHolds(inez, 'administrator');
  const inezs = await actingAs(inez, 'administrator');
  const own = `/api/people/${inez.accountId}/roles/take`;
  expect((await inezs.post(own, { role: 'administrator' }, onVersion(1))).status).toBe(200);
  expect(await outcome(inezs, PAGE.administrator)).toEqual([401, 'session-ended']);
});
