import { v7 as newId } from 'uuid';
import { logged } from '../given/logged.js';
import { aProgram, type Organization } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import { closesStay } from '../given/stay.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let harbor: Organization;
let ada: Person;
let client: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  harbor = team.organization;
  ada = await anAdministrator(harbor);
  client = await server.as(ada);
});

const changes = async (): Promise<string[]> => {
  const { status, body } = await client.get('/api/settings/changes');
  expect([status, body.detail]).toEqual([200, undefined]);
  return body.items.map(
    ({ by, words, effectiveOn }: { by: { name: string }; words: string; effectiveOn: string }) =>
      `${by.name} ${words} on ${effectiveOn}`,
  );
};
const before = { name: 'Harbor Recovery Community', timeZone: 'America/New_York' };

test('who changed which setting when is told in sentences, the latest first; nothing that stayed is told', async () => {
  const load = (await client.get('/api/load-settings')).body;
  const { weights, version } = load;
  const asked = { weights, capacity: 12, headCountCeiling: 15 };
  expect((await client.put('/api/load-settings', asked, onVersion(version))).status).toBe(200);
  server.clock.advance(1440);
  client = await server.as(ada);
  await client.put('/api/organization/neutral-name', { neutralName: 'Harbor', before: '' });
  const [latest, ...before] = await changes();
  expect(latest).toBe('Ada changed the neutral name from nothing to Harbor on 2026-03-11');
  expect(before.sort()).toEqual([
    'Ada changed the capacity of a coach from 15 to 12 on 2026-03-10',
    'Ada changed the most participants a coach may have from nothing to 15 on 2026-03-10',
  ]);
  expect(await lastInTrailOf(ada)).toMatchObject({ action: 'setting-changes.listed' });
});

test('opening hours: only the day that changed is told', async () => {
  const hours = [1, 2].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
  const first = await client.get('/api/answering');
  const set = await client.put('/api/answering/hours', { hours }, onVersion(first.body.version));
  expect(set.status).toBe(200);
  const later = [hours[0], { ...hours[1], closes: '16:00' }];
  server.clock.advance(10);
  await client.put('/api/answering/hours', { hours: later }, onVersion(set.body.version));
  expect((await changes())[0]).toBe(
    'Ada changed the closing time on Tuesday from 17:00 to 16:00 on 2026-03-10',
  );
  expect((await changes()).filter((words) => words.includes('16:00'))).toHaveLength(1);
});

test('what was changed is for administrators of the organization alone, and changed by nobody', async () => {
  await client.put('/api/organization/neutral-name', { neutralName: 'Harbor', before: '' });
  for (const person of [team.rosa, team.sam, team.theo])
    for (const path of ['/api/settings', '/api/settings/changes'])
      expectProblem(await (await server.as(person)).get(path), 403, 'role-not-allowed');
  const summit = await anAdministrator((await aTeam(server)).organization);
  expect((await (await server.as(summit)).get('/api/settings/changes')).body).toEqual({
    items: [],
    next: null,
  });
  await expect(server.database.query('UPDATE setting_changes SET changed_by = NULL')).rejects.toThrow(
    'never changed',
  );
  await expect(server.database.query('DELETE FROM setting_changes')).rejects.toThrow('never changed');
});

test('the history comes by pages', async () => {
  for (let index = 0; index < 16; index += 1) {
    await client.put('/api/organization/neutral-name', { neutralName: 'Harbor', before: '' });
    await client.put('/api/organization/neutral-name', { neutralName: '', before: 'Harbor' });
  }
  const first = (await client.get('/api/settings/changes')).body;
  const second = (await client.get(`/api/settings/changes?after=${first.next}`)).body;
  expect([first.items.length, second.items.length, second.next]).toEqual([30, 2, null]);
  const ids = [...first.items, ...second.items].map(({ changeId }: { changeId: string }) => changeId);
  expect(new Set(ids).size).toBe(32);
});

test('name and time zone are set right until the first day is written; then the zone stays', async () => {
  const wanted = { name: 'Harbor East', timeZone: 'America/Chicago', before };
  expect((await client.put('/api/settings', wanted)).body).toEqual({
    name: 'Harbor East',
    shortName: harbor.shortName,
    timeZone: 'America/Chicago',
    today: '2026-03-10',
    mayChangeTimeZone: true,
  });
  expectProblem(await client.put('/api/settings', { ...wanted, name: 'Other' }), 412, 'version-stale');
  await logged(team.rosa, team.theo);
  const now = { name: 'Harbor East', timeZone: 'America/Chicago' };
  const late = { name: 'Harbor East', timeZone: 'America/New_York', before: now };
  expectProblem(await client.put('/api/settings', late), 409, 'a-time-zone-stays-once-days-are-written');
  expect((await client.get('/api/settings')).body).toMatchObject({
    timeZone: 'America/Chicago',
    mayChangeTimeZone: false,
  });
  expect((await client.put('/api/settings', { ...now, name: 'Harbor', before: now })).status).toBe(200);
});

test.each([
  ['name', { name: ' ' }, 'empty'],
  ['name', { name: 'a'.repeat(201) }, 'too-long'],
  ['timeZone', { timeZone: '+05:00' }, 'not-a-time-zone'],
  ['timeZone', { timeZone: 'Mars/Base' }, 'not-a-time-zone'],
])('refused: a wrong %s', async (path, more, code) => {
  expectFieldProblem(await client.put('/api/settings', { ...before, ...more, before }), path, code);
});

test('a program is added, renamed, closed once nobody is in it, and opened again', async () => {
  const programId = newId();
  for (const _ of ['once', 'twice'])
    expect((await client.post('/api/programs', { programId, name: 'After prison' })).status).toBe(201);
  const renamed = await client.put(`/api/programs/${programId}`, { name: 'Reentry' }, onVersion(1));
  expect(renamed.body).toMatchObject({ name: 'Reentry', closedOn: null, version: 2 });
  expectProblem(
    await client.put(`/api/programs/${programId}`, { name: 'X' }, onVersion(1)),
    412,
    'version-stale',
  );
  const lou = await aParticipantOf(team.rosa, { preferredName: 'Lou', programId });
  const close = () => client.post(`/api/programs/${programId}/close`, {}, onVersion(2));
  expectProblem(await close(), 409, 'a-program-closes-with-nobody-in-it');
  await closesStay(team.rosa, lou);
  expect((await close()).body).toMatchObject({ closedOn: '2026-03-10', version: 3 });
  const again = { enrollmentId: newId(), programId };
  const sams = await server.as(team.sam);
  const path = `/api/participants/${lou.participantId}/stays`;
  expectProblem(await sams.post(path, again), 409, 'a-closed-program-takes-nobody');
  expect((await client.post(`/api/programs/${programId}/open`, {}, onVersion(3))).body.closedOn).toBeNull();
  expect((await sams.post(path, again)).status).toBe(201);
});

test('a program of a name that is taken, of another organization, or by somebody else is refused', async () => {
  const taken = { programId: newId(), name: 'Recovery Coaching' };
  expectProblem(await client.post('/api/programs', taken), 409, 'program-name-is-taken');
  const theirs = await aProgram((await aTeam(server)).organization, 'Theirs');
  expectProblem(
    await client.put(`/api/programs/${theirs}`, { name: 'Mine' }, onVersion(1)),
    404,
    'program-not-found',
  );
  const dev = await server.as(await aCoach(harbor, { name: 'Dev' }));
  expectProblem(
    await dev.post('/api/programs', { programId: newId(), name: 'New' }),
    403,
    'role-not-allowed',
  );
  expectFieldProblem(
    await client.post('/api/programs', { programId: 'x', name: 'New' }),
    'programId',
    'is-new-id',
  );
});
