import { v7 as newId } from 'uuid';
import { asks } from '../given/call.js';
import { logged, raised } from '../given/logged.js';
import { mergeOf, merges, rowsOf } from '../given/merge.js';
import { aProgram, today } from '../given/organization.js';
import {
  aParticipantOf,
  aParticipantWithoutCoach,
  closeEnrollment,
  type Participant,
} from '../given/participant.js';
import { OWN_PLAN, savePart } from '../given/plan.js';
import { aPauseOf, aWindowOf } from '../given/record.js';
import { enter } from '../given/recovery-days.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let ada: Person;
let dev: Person;
let theo: Participant;
/** Theo a second time, enrolled earlier, with Dev. */
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
const staysOf = (participant: Participant): Promise<Record<string, unknown>[]> =>
  rowsOf('enrollments', participant, 'enrolled_on::text, closed_on::text');
const coachesOf = (participant: Participant): Promise<Record<string, unknown>[]> =>
  rowsOf(
    'assignments',
    participant,
    'coach_id, kind, from_on::text, until_on::text',
    'from_on, kind, until_on',
  );

test('everything of both stands in the one that stays, and the other record is gone', async () => {
  const [mine, other] = [
    await logged(team.rosa, theo),
    await logged(dev, again, { teamNote: 'Met at the clinic.' }),
  ];
  const note = await raised(dev, again, { level: 'urgent' });
  await asks(again);
  const { status, body } = await merges(ada, theo, again);
  expect([status, body]).toEqual([200, { participantId: theo.participantId }]);

  const timeline = (
    await (await server.as(team.rosa)).get(`/api/participants/${theo.participantId}/timeline`)
  ).body;
  const ids = JSON.stringify(timeline);
  for (const id of [mine, other, note]) expect(ids).toContain(id);
  expect(await rowsOf('answering_clocks', theo, 'risk_note_id')).toEqual(
    expect.arrayContaining([{ risk_note_id: note }]),
  );
  expect(await rowsOf('calls_asked_for', theo, 'replaced_at')).toEqual([{ replaced_at: null }]);
  expect((await (await server.as(team.sam)).get(`/api/participants/${again.participantId}`)).status).toBe(
    404,
  );
  expect(await lastInTrailOf(ada)).toMatchObject({
    action: 'participants.merged',
    subject_id: again.participantId,
    participant_id: theo.participantId,
  });
});

test('two open stays in one program are one from the earlier day, and the standing follows from both', async () => {
  await logged(dev, again, { occurredOn: day(-1) });
  await merges(ada, theo, again);
  expect(await staysOf(theo)).toEqual([{ enrolled_on: day(-20), closed_on: null }]);
  expect(await rowsOf('contacts', theo, 'enrollment_id')).toEqual([{ enrollment_id: theo.enrollmentId }]);
  expect(await rowsOf('earlier_cadences', theo, 'days, ended_on::text')).toEqual([
    { days: 7, ended_on: day(0) },
  ]);
  expect(await rowsOf('standings', theo, 'enrollment_id, last_reached_on::text, coach_id')).toEqual([
    { enrollment_id: theo.enrollmentId, last_reached_on: day(-1), coach_id: team.rosa.accountId },
  ]);
});

test('stays in two programs, and one that is closed, stay stays of their own', async () => {
  const programId = await aProgram(team.organization, 'Reentry');
  const reentry = await aParticipantOf(dev, { programId, enrolledOn: day(-9) });
  await closeEnrollment(again, day(-5));
  await merges(ada, theo, reentry);
  await merges(ada, theo, again);
  expect(await staysOf(theo)).toEqual([
    { enrolled_on: day(-20), closed_on: day(-5) },
    { enrolled_on: day(-9), closed_on: null },
    { enrolled_on: day(-3), closed_on: null },
  ]);
});

test('of two coaches the one of the record that stays is primary; the other was second and walks on beside them', async () => {
  await merges(ada, theo, again);
  expect(await coachesOf(theo)).toEqual([
    { coach_id: dev.accountId, kind: 'second', from_on: day(-20), until_on: day(0) },
    { coach_id: team.rosa.accountId, kind: 'primary', from_on: day(-3), until_on: null },
    { coach_id: dev.accountId, kind: 'second', from_on: day(0), until_on: null },
  ]);
  const { rows } = await server.database.query('SELECT was FROM merges WHERE from_id = $1', [
    again.participantId,
  ]);
  expect(rows[0].was.assignments).toContainEqual(
    expect.objectContaining({ coach_id: dev.accountId, kind: 'primary', from_on: day(-20), until_on: null }),
  );
});

test('the other coach can be chosen to stay the primary one', async () => {
  await merges(ada, theo, again, { coachId: dev.accountId });
  const now = (await coachesOf(theo)).filter(({ until_on }) => until_on === null);
  expect(now).toEqual([
    { coach_id: dev.accountId, kind: 'primary', from_on: day(0), until_on: null },
    { coach_id: team.rosa.accountId, kind: 'second', from_on: day(0), until_on: null },
  ]);
  const caseload = (await (await server.as(dev)).get('/api/caseload')).body.items;
  expect(caseload).toMatchObject([{ participantId: theo.participantId, isPrimary: true }]);
});

test('where the kept record has no coach, the other’s coach goes on without a break', async () => {
  const alone = await aParticipantWithoutCoach(team.organization);
  await merges(ada, alone, again);
  expect(await coachesOf(alone)).toEqual([
    { coach_id: dev.accountId, kind: 'primary', from_on: day(-20), until_on: null },
  ]);
});

test('days away that overlap are all of them once; of two windows for one event one is left', async () => {
  await aPauseOf(theo, { reason: 'jail', fromOn: day(-2), throughOn: day(4) });
  await aPauseOf(again, { reason: 'jail', fromOn: day(2), throughOn: day(9) });
  await aWindowOf(theo, { beganOn: day(-8) });
  await aWindowOf(again, { beganOn: day(-8) });
  expect((await merges(ada, theo, again)).status).toBe(200);
  const pauses = await rowsOf(
    'pauses',
    theo,
    'from_on::text, through_on::text, undone_at IS NULL AS stands',
    'from_on',
  );
  expect(pauses).toEqual([
    { from_on: day(-2), through_on: day(9), stands: true },
    { from_on: day(2), through_on: day(9), stands: false },
  ]);
  const windows = await rowsOf('vulnerability_windows', theo, 'undone_at IS NULL AS stands', 'stands');
  expect(windows).toEqual([{ stands: false }, { stands: true }]);
});

test('the versions of both plans are kept, and the newest of each part is the plan', async () => {
  const [theos, others] = [await server.as(theo), await server.as(again)];
  await savePart(theos, OWN_PLAN, 'signs', ['Sleeping badly']);
  server.clock.advance(5);
  await savePart(others, OWN_PLAN, 'signs', ['Skipping meetings']);
  await savePart(others, OWN_PLAN, 'helps', ['A walk']);
  expect((await merges(ada, theo, again)).status).toBe(200);
  const versions = await rowsOf('recovery_plan_versions', theo, 'version, part, lines', 'version');
  expect(versions.map(({ version }) => version)).toEqual([1, 2, 3]);
  const plan = JSON.stringify((await theos.get(OWN_PLAN)).body);
  expect(plan).toContain('Skipping meetings');
  expect(plan).toContain('A walk');
  expect((await savePart(theos, OWN_PLAN, 'helps', ['A walk', 'Music'], 3)).status).toBe(200);
});

test('of recovery days that overlap the ones written last count; the others are kept, put away', async () => {
  const [theos, others] = [await server.as(theo), await server.as(again)];
  await enter(theos, { beganOn: day(-100) });
  await enter(others, { beganOn: day(-300), endedOn: day(-250) });
  expect((await merges(ada, theo, again)).status).toBe(200);
  expect(await rowsOf('recovery_periods', theo, 'began_on::text, removed_at')).toEqual([
    { began_on: day(-300), removed_at: null },
    { began_on: day(-100), removed_at: null },
  ]);
});

test('the sign-in that stays opens both halves; the other opens nothing any more', async () => {
  const [theos, others] = [await server.as(theo), await server.as(again)];
  await logged(dev, again, { sharedNote: 'We walked to the lake.' });
  await merges(ada, theo, again, { accountId: again.accountId });
  expect((await theos.get('/api/home')).status).toBe(401);
  expect((await others.get('/api/home')).status).toBe(200);
  expect(JSON.stringify((await others.get('/api/notes')).body)).toContain('lake');
});

test('who opened either record is seen in the one', async () => {
  await (await server.as(dev)).get(`/api/participants/${again.participantId}`);
  await (await server.as(team.rosa)).get(`/api/participants/${theo.participantId}`);
  await merges(ada, theo, again);
  const looks = JSON.stringify((await (await server.as(theo)).get('/api/looks')).body);
  expect(looks).toContain('Dev');
  expect(looks).toContain('Rosa');
});

test('a coach goes on with the draft they had begun', async () => {
  const contactId = newId();
  const devs = await server.as(dev);
  await devs.put(`/api/drafts/${contactId}`, {
    participantId: again.participantId,
    body: { sharedNote: 'Half a' },
  });
  await merges(ada, theo, again);
  expect(await rowsOf('drafts', theo, 'id')).toEqual([{ id: contactId }]);
});

test('sent three times it is one merge, also when it was merged on since', async () => {
  const sent = mergeOf(theo, again);
  const adas = await server.as(ada);
  const answers = await Promise.all([1, 2, 3].map(() => adas.post('/api/merges', sent)));
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  const third = await aParticipantWithoutCoach(team.organization);
  await merges(ada, third, theo);
  expect((await adas.post('/api/merges', sent)).body).toEqual({ participantId: third.participantId });
});

test('a link to the record that is gone leads to the one that stayed, for whoever reaches that', async () => {
  await merges(ada, theo, again);
  const path = `/api/participants/${again.participantId}/merged-into`;
  for (const one of [ada, team.sam, team.rosa, dev])
    expect((await (await server.as(one)).get(path)).body).toEqual({ participantId: theo.participantId });
  const stranger = await server.as(await aCoach(team.organization, { name: 'June' }));
  expect((await stranger.get(path)).body.code).toBe('participant-not-found');
  expect((await stranger.get(`/api/participants/${theo.participantId}/merged-into`)).status).toBe(404);
});
