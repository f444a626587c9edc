import { v7 as newId } from 'uuid';
import { asks } from '../given/call.js';
import { saysDeath } from '../given/death.js';
import { handedOver } from '../given/handover.js';
import { logged, raised } from '../given/logged.js';
import { mergeOf, merges } from '../given/merge.js';
import { today } from '../given/organization.js';
import { aParticipantOf, aParticipantWithoutCoach, type Participant } from '../given/participant.js';
import { OWN_PLAN, planOf, savePart } from '../given/plan.js';
import { aPauseOf, aWindowOf } from '../given/record.js';
import { rowsOfRecords } from '../given/record-rows.js';
import { enter } from '../given/recovery-days.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Answer } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let ada: Person;
let dev: Person;
let theo: Participant;
let again: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  ({ theo } = team);
  ada = await anAdministrator(team.organization);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  again = await aParticipantOf(dev, { preferredName: 'Theo B', enrolledOn: day(-20) });
});

const day = (plus: number): string => today(team.organization, plus);
const undone = async (by: Person, mergeId: string): Promise<Answer> =>
  (await server.as(by)).post(`/api/merges/${mergeId}/undo`, {});
const records = (): Promise<Record<string, unknown[]>> =>
  rowsOfRecords(server.database, [theo.participantId, again.participantId]);
async function merged(more: object = {}): Promise<string> {
  const sent = mergeOf(theo, again, { ...more });
  const { status, body } = await (await server.as(ada)).post('/api/merges', sent);
  expect([status, body]).toEqual([200, { participantId: theo.participantId }]);
  return sent['mergeId'] as string;
}

/** Something of nearly all that has to be settled, on both sides. @returns who walks with the second one by now */
async function fullRecords(): Promise<Person> {
  for (const [coach, one] of [[team.rosa, theo] as const, [dev, again] as const]) {
    await logged(coach, one, { occurredOn: day(-1) });
    await raised(coach, one, { level: 'urgent' });
    await asks(one);
    await aPauseOf(one, { reason: 'jail', fromOn: day(-2), throughOn: day(one === theo ? 4 : 9) });
    await aWindowOf(one, { beganOn: day(-8) });
    const own = await server.as(one);
    await savePart(own, OWN_PLAN, 'signs', [`Signs of ${coach.name}`]);
    await enter(own, { beganOn: day(-100) });
    await (await server.as(coach)).get(`/api/participants/${one.participantId}`);
  }
  const june = await aCoach(team.organization, { name: 'June', supervisor: team.sam });
  await handedOver(await server.as(team.sam), again, june);
  return june;
}

test.each([
  [
    'the other one’s coach and sign-in',
    (june: Person) => ({ coachId: june.accountId, accountId: again.accountId }),
  ],
  ['the coach and sign-in of the one that stayed', () => ({})],
])('a merge that chose %s is undone: both records are as they were', async (_, more) => {
  const june = await fullRecords();
  const before = await records();
  const mergeId = await merged({ preferredName: 'Theodore', ...more(june) });
  const { status, body } = await undone(ada, mergeId);
  expect([status, body]).toEqual([200, { intoId: theo.participantId, fromId: again.participantId }]);
  const now = await records();
  // what was told of a new coach, and who looked, only grows
  expect({ ...now, looks: [] }).toEqual({ ...before, looks: [] });
  expect(now['looks']).toEqual(expect.arrayContaining(before['looks']!));
  expect(await lastInTrailOf(ada)).toMatchObject({ action: 'participants.told-apart-again' });
});

test('both coaches are back with whom they walked with, and both sign-ins open their own', async () => {
  const [theos, others] = [await server.as(theo), await server.as(again)];
  await logged(dev, again, { sharedNote: 'We walked to the lake.' });
  const mergeId = await merged();
  expect((await others.get('/api/home')).status).toBe(401);
  await undone(ada, mergeId);
  for (const [coach, one] of [[team.rosa, theo] as const, [dev, again] as const]) {
    const { items } = (await (await server.as(coach)).get('/api/caseload')).body;
    expect(items.map((item: { participantId: string }) => item.participantId)).toEqual([one.participantId]);
  }
  expect(JSON.stringify((await theos.get('/api/notes')).body)).not.toContain('lake');
  expect(JSON.stringify((await (await server.as(again)).get('/api/notes')).body)).toContain('lake');
  const path = `/api/participants/${again.participantId}`;
  expect((await (await server.as(ada)).get(`${path}/merged-into`)).status).toBe(404);
  expect((await (await server.as(dev)).get(path)).status).toBe(200);
});

test('what was written since stays with the one that stayed; what was changed since stays changed', async () => {
  await logged(dev, again, { nextContact: { plannedOn: day(3) } });
  const mergeId = await merged();
  const since = await logged(team.rosa, theo, { nextContact: { plannedOn: day(5) } });
  const rosas = await server.as(team.rosa);
  expect((await savePart(rosas, planOf(theo), 'helps', ['A walk'])).status).toBe(200);
  expect((await undone(ada, mergeId)).status).toBe(200);
  const { rows } = await server.database.query<{ participant_id: string }>(
    `SELECT participant_id FROM contacts WHERE id = $1`,
    [since],
  );
  expect(rows).toEqual([{ participant_id: theo.participantId }]);
  const next = await server.database.query(
    `SELECT participant_id, planned_on::text FROM planned_contacts WHERE replaced_at IS NULL AND participant_id = ANY ($1)`,
    [[theo.participantId, again.participantId]],
  );
  expect(next.rows).toEqual([{ participant_id: theo.participantId, planned_on: day(5) }]);
  expect(JSON.stringify((await (await server.as(theo)).get(OWN_PLAN)).body)).toContain('A walk');
});

test('undone twice, and by two at once, it is undone once; merged anew it is another merge', async () => {
  const mergeId = await merged();
  const answers = await Promise.all([undone(ada, mergeId), undone(team.sam, mergeId)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect((await undone(ada, mergeId)).status).toBe(200);
  expect((await merges(ada, theo, again)).status).toBe(200);
});

test('on the seventh day it can be undone, after that no more', async () => {
  const mergeId = await merged();
  server.clock.advance(7 * 24 * 60);
  expect((await undone(ada, mergeId)).status).toBe(200);
  const other = await merged();
  server.clock.advance(7 * 24 * 60 + 1);
  const late = await undone(ada, other);
  expect([late.status, late.body.code]).toEqual([409, 'too-late-to-undo']);
});

test('after a death, and where the record was merged on, it says what is to be undone first', async () => {
  const mergeId = await merged();
  const third = await aParticipantWithoutCoach(team.organization);
  const on = mergeOf(third, theo);
  await (await server.as(ada)).post('/api/merges', on);
  const first = await undone(ada, mergeId);
  expect([first.status, first.body.code]).toEqual([409, 'merged-on-since']);
  expect((await undone(ada, on['mergeId'] as string)).status).toBe(200);
  await saysDeath(team.rosa, theo);
  const { status, body } = await undone(ada, mergeId);
  expect([status, body.code]).toEqual([409, 'one-of-them-died']);
});

test('only who may move the record undoes it; unknown and out of reach are the same 404', async () => {
  const mergeId = await merged();
  const kim = await aSupervisor(team.organization, { name: 'Kim' });
  const summit = await anAdministrator((await aTeam(server)).organization);
  for (const [by, id] of [
    [kim, mergeId],
    [summit, mergeId],
    [ada, newId()],
    [ada, 'no-id'],
  ] as const)
    expect((await undone(by, id)).status).toBe(404);
  expect((await undone(team.rosa, mergeId)).body.code).toBe('role-not-allowed');
  expect((await undone(team.sam, mergeId)).status).toBe(200);
});

test('whoever reads the record reads that it was two; who may undo it is told so', async () => {
  const mergeId = await merged();
  const path = `/api/participants/${theo.participantId}/merges`;
  const known = async (by: Person, of = path): Promise<unknown> => (await (await server.as(by)).get(of)).body;
  const line = { mergeId, fromName: 'Theo B', intoName: 'Theo', byName: 'Ada', why: 'The same ID card.' };
  expect(await known(team.rosa)).toMatchObject({ items: [{ ...line, mayUndo: false }] });
  expect(await known(team.sam)).toMatchObject({ items: [{ ...line, mayUndo: true }] });
  expect(await known(ada, '/api/merges')).toMatchObject({ items: [{ ...line, mayUndo: true }] });
  await undone(ada, mergeId);
  expect(await known(dev, `/api/participants/${again.participantId}/merges`)).toMatchObject({
    items: [{ ...line, mayUndo: false, undoneByName: 'Ada' }],
  });
  expect((await (await server.as(team.sam)).get('/api/merges')).body.code).toBe('role-not-allowed');
  expect((await (await server.as(dev)).get(path)).status).toBe(404);
});
