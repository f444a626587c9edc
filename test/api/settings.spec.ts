import { v7 as newId } from 'uuid';
import { areaOf } from '../../backend/organization/setting-areas.rules.js';
import { hasWords } from '../../backend/organization/setting-words.rules.js';
import { logged } from '../given/logged.js';
import { aProgram, type Organization } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import { closesStay } from '../given/stay.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
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
const DETAILS = {
  name: 'Harbor Recovery Community',
  neutralName: '',
  timeZone: 'America/New_York',
  mostPausedDays: 30,
};
const set = (more: Words, version: number): Promise<Answer> =>
  client.put('/api/settings', { ...DETAILS, ...more }, onVersion(version));

test('who changed which setting when is told in sentences, the latest first; nothing that stayed is told', async () => {
  const load = (await client.get('/api/load-settings')).body;
  const { weights, version } = load;
  const asked = { weights, capacity: 12, headCountCeiling: 15 };
  expect((await client.put('/api/load-settings', asked, onVersion(version))).status).toBe(200);
  server.clock.advance(1440);
  client = await server.as(ada);
  await set({ neutralName: 'Harbor' }, 1);
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
  await set({ neutralName: 'Harbor' }, 1);
  for (const person of [team.rosa, team.sam, team.theo])
    for (const path of ['/api/settings', '/api/settings/changes', '/api/settings/programs'])
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

test('the history comes by pages, and each area by itself', async () => {
  for (let version = 1; version < 32; version += 2) {
    await set({ neutralName: 'Harbor' }, version);
    await set({}, version + 1);
  }
  const first = (await client.get('/api/settings/changes?area=organization')).body;
  const second = (await client.get(`/api/settings/changes?area=organization&after=${first.next}`)).body;
  expect([first.items.length, second.items.length, second.next]).toEqual([30, 2, null]);
  const ids = [...first.items, ...second.items].map(({ changeId }: { changeId: string }) => changeId);
  expect(new Set(ids).size).toBe(32);

  const answering = await client.get('/api/answering');
  const crisis = { phone: '555-0100', crisisProtocol: 'Call 988.\nThen Inez.' };
  const saved = await client.put('/api/answering/crisis', crisis, onVersion(answering.body.version));
  expect(saved.status).toBe(200);
  expect((await client.get('/api/settings/changes?area=answering')).body.items).toMatchObject([
    {
      area: 'answering',
      words: 'changed what to do in a crisis',
      texts: { before: 'Stay with them. Call 988 together.', after: 'Call 988.\nThen Inez.' },
    },
  ]);
  expectFieldProblem(await client.get('/api/settings/changes?area=weather'), 'area', 'not-a-choice');
});

test('every column that is kept in the history has a name in words, and belongs to one area', async () => {
  const { rows } = await server.database.query<{ subject: string; setting: string }>(
    `SELECT t.tgrelid::regclass::text AS subject, a.attname AS setting
       FROM pg_trigger t JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum > 0 AND NOT a.attisdropped
       CROSS JOIN LATERAL (SELECT string_to_array(encode(t.tgargs, 'escape'), '\\000') AS args) given
      WHERE t.tgname = 'keep_setting_changes'
        AND CASE WHEN t.tgnargs > 1 THEN a.attname = ANY (given.args[2:])
                 ELSE a.attname NOT IN ('organization_id', 'id', 'version', 'salt', 'created_at', given.args[1]) END`,
  );
  expect(rows.length).toBeGreaterThan(30);
  const known = ({ subject, setting }: { subject: string; setting: string }): boolean =>
    hasWords(subject, setting) && areaOf(subject, setting) !== undefined;
  expect(rows.filter((row) => !known(row))).toEqual([]);
});

test('name and time zone are set right until the first day is written; then the zone stays', async () => {
  const wanted = { name: ' Harbor East ', timeZone: 'America/Chicago', mostPausedDays: 45 };
  const now = { ...DETAILS, name: 'Harbor East', timeZone: 'America/Chicago', mostPausedDays: 45 };
  expect((await set(wanted, 1)).body).toEqual({
    ...now,
    shortName: harbor.shortName,
    today: '2026-03-10',
    mayChangeTimeZone: true,
    version: 2,
  });
  expect(await lastInTrailOf(ada)).toMatchObject({ action: 'organization.set' });
  await logged(team.rosa, team.theo);
  const late = await set({ ...now, timeZone: 'America/New_York' }, 2);
  expectProblem(late, 409, 'a-time-zone-stays-once-days-are-written');
  expect((await client.get('/api/settings')).body).toMatchObject({
    timeZone: 'America/Chicago',
    mayChangeTimeZone: false,
  });
  expect((await set({ ...now, name: 'Harbor' }, 2)).status).toBe(200);
});

test('two who set it at once: the second is shown both, and what is the same already is no clash', async () => {
  await set({ neutralName: 'Harbor' }, 1);
  const late = await set({ neutralName: 'The Pier' }, 1);
  expectProblem(late, 412, 'version-stale');
  expect(late.body).toMatchObject({
    current: { neutralName: 'Harbor', version: 2 },
    yours: { neutralName: 'The Pier' },
  });
  expect((await set({ neutralName: 'Harbor' }, 1)).body.version).toBe(2);
});

test('how long somebody may be paused holds for the next pause', async () => {
  await set({ mostPausedDays: 5 }, 1);
  const rosas = await server.as(team.rosa);
  const pause = (throughOn: string): Promise<Answer> =>
    rosas.post(`/api/participants/${team.theo.participantId}/pauses`, {
      ...{ pauseId: newId(), reason: 'wish', fromOn: '2026-03-10', throughOn },
    });
  expect((await pause('2026-03-20')).status).toBe(422);
  expect((await pause('2026-03-14')).status).toBe(201);
});

test.each([
  ['name', { name: ' ' }, 'empty'],
  ['name', { name: 'a'.repeat(201) }, 'too-long'],
  ['neutralName', { neutralName: 'x'.repeat(61) }, 'too-long'],
  ['neutralName', { neutralName: 'Harbor Recovery' }, 'tells-what-it-is-about'],
  ['neutralName', { neutralName: 'Casa de Recuperación' }, 'tells-what-it-is-about'],
  ['neutralName', { neutralName: 'Sober Living' }, 'tells-what-it-is-about'],
  ['timeZone', { timeZone: '+05:00' }, 'not-a-time-zone'],
  ['timeZone', { timeZone: 'Mars/Base' }, 'not-a-time-zone'],
  ['mostPausedDays', { mostPausedDays: 0 }, 'too-small'],
  ['mostPausedDays', { mostPausedDays: 91 }, 'too-large'],
  ['mostPausedDays', { mostPausedDays: 7.5 }, 'not-a-whole-number'],
])('refused: a wrong %s, and nothing is changed', async (path, more, code) => {
  const answer = await set(more, 1);
  expectFieldProblem(answer, path, code);
  expect((await client.get('/api/settings')).body).toMatchObject({ ...DETAILS, version: 1 });
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
  const inIt = async (): Promise<number> =>
    (await client.get('/api/settings/programs')).body.items.find(
      (program: { programId: string }) => program.programId === programId,
    ).enrolledCount;
  expect(await inIt()).toBe(1);
  const close = () => client.post(`/api/programs/${programId}/close`, {}, onVersion(2));
  expectProblem(await close(), 409, 'a-program-closes-with-nobody-in-it');
  await closesStay(team.rosa, lou);
  expect(await inIt()).toBe(0);
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
