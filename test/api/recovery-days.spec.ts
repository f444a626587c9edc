import { v7 as newId } from 'uuid';
import { today, type Organization } from '../given/organization.js';
import { aParticipantOf, aParticipantWithoutCoach, type Participant } from '../given/participant.js';
import { enter } from '../given/recovery-days.js';
import type { Person } from '../given/staff.js';
import { aTeam } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem, withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let rosa: Person;
let theo: Participant;
let theos: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  ({ organization: harbor, rosa, theo } = await aTeam(server));
  theos = await server.as(theo);
});

const open = async (): Promise<Answer['body']> => (await theos.get('/api/recovery-days')).body;
const change = (id: string, version: number, days: object): Promise<Answer> =>
  theos.put(`/api/recovery-days/periods/${id}`, days, onVersion(version));
const names = (milestones: { unit: string; count: number }[]): string[] =>
  milestones.map(({ unit, count }) => `${count} ${unit}`);

test('before anything is entered there is nothing, and nothing is shared', async () => {
  expect(await open()).toEqual({
    ...{ today: today(harbor), total: 0, isCounting: false, periods: [], milestones: [], next: null },
    ...{ isShared: false, showsCurrentPeriod: false, coachName: 'Rosa', version: 1 },
    birthday: { bornOn: null, isShared: false, version: 0 },
  });
  expect(await lastInTrailOf(theo)).toMatchObject({ action: 'recovery-days.opened' });
});

test('a start entered is counted, with the milestones it has reached and the next one', async () => {
  const { status, body, periodId } = await enter(theos, { beganOn: today(harbor, -10) });
  expect(status).toBe(201);
  expect(body).toMatchObject({ total: 10, isCounting: true });
  expect(body.periods).toEqual([
    { periodId, beganOn: today(harbor, -10), endedOn: null, days: 10, version: 1 },
  ]);
  expect(body.milestones).toEqual([
    { unit: 'days', count: 1, on: today(harbor, -9), congratulatedBy: [] },
    { unit: 'days', count: 7, on: today(harbor, -3), congratulatedBy: [] },
  ]);
  expect(body.next).toEqual({ unit: 'days', count: 14, on: today(harbor, 4), inDays: 4 });
  expect(await lastInTrailOf(theo)).toMatchObject({
    ...{ action: 'recovery-period.entered', subject_id: periodId, participant_id: theo.participantId },
  });
});

test('a return to use ends the period, and no day and no milestone is lost; beginning again goes on from there', async () => {
  const { periodId } = await enter(theos, { beganOn: today(harbor, -10) });
  const returned = await change(periodId, 1, { beganOn: today(harbor, -10), endedOn: today(harbor) });
  expect(returned.body).toMatchObject({ total: 10, isCounting: false, next: null });
  expect(names(returned.body.milestones)).toEqual(['1 days', '7 days']);
  const again = await enter(theos, { beganOn: today(harbor) });
  expect(again.body).toMatchObject({ total: 10, isCounting: true, next: { count: 14, inDays: 4 } });
  server.clock.advance(4 * 1440);
  theos = await server.as(theo);
  expect((await open()).milestones.at(-1)).toMatchObject({ count: 14, on: today(harbor) });
});

test('a return to use is taken back: the days go on as before', async () => {
  const { periodId } = await enter(theos, { beganOn: today(harbor, -10) });
  await change(periodId, 1, { beganOn: today(harbor, -10), endedOn: today(harbor, -1) });
  const back = await change(periodId, 2, { beganOn: today(harbor, -10), endedOn: null });
  expect(back.body).toMatchObject({ total: 10, isCounting: true });
});

test('the days are those of the organization’s calendar, also late in the evening', async () => {
  server.clock.set('2026-03-11T03:59:00Z'); // 23:59 on the 10th in New York
  theos = await server.as(theo);
  expect((await enter(theos, { beganOn: '2026-03-11' })).status).toBe(422);
  expect((await enter(theos, { beganOn: '2026-03-10' })).body).toMatchObject({ total: 0, isCounting: true });
  server.clock.set('2026-03-11T04:00:00Z');
  expect((await open()).total).toBe(1);
});

test('a milestone once reached stays when the period is set right later; a slip of the same day leaves nothing', async () => {
  const { periodId } = await enter(theos, { beganOn: today(harbor, -40) });
  const right = await change(periodId, 1, { beganOn: today(harbor, -29), endedOn: null });
  expect(names(right.body.milestones)).toEqual(['1 days', '7 days', '14 days']);
  server.clock.advance(3 * 1440);
  theos = await server.as(theo);
  const later = await change(periodId, 2, { beganOn: today(harbor, -5), endedOn: null });
  expect(later.body.total).toBe(5);
  expect(names(later.body.milestones)).toEqual(['1 days', '7 days', '14 days', '30 days']);
  expect(later.body.next).toMatchObject({ unit: 'days', count: 60 });
});

test('a period taken away no longer counts, and comes back on undo', async () => {
  await enter(theos, { beganOn: today(harbor, -5) });
  const earlier = await enter(theos, { beganOn: today(harbor, -60), endedOn: today(harbor, -40) });
  expect(earlier.body.total).toBe(25);
  const path = `/api/recovery-days/periods/${earlier.periodId}`;
  const removed = await theos.post(`${path}/remove`, {}, onVersion(1));
  expect([removed.body.total, removed.body.periods.length]).toEqual([5, 1]);
  expect((await theos.post(`${path}/remove`, {}, onVersion(1))).body.total).toBe(5);
  expectProblem(
    await change(earlier.periodId, 2, { beganOn: today(harbor, -60), endedOn: today(harbor, -41) }),
    ...([409, 'recovery-period-removed'] as const),
  );
  expect((await theos.post(`${path}/restore`, {}, onVersion(2))).body.total).toBe(25);
});

test('a start sent three times by a bad connection is one', async () => {
  const days = { beganOn: today(harbor, -3) };
  const periodId = newId();
  const answers = await Promise.all([1, 2, 3].map(() => enter(theos, days, periodId)));
  expect(answers.map(({ status, body }) => [status, body.periods.length])).toEqual(
    answers.map(() => [201, 1]),
  );
  const other = await enter(theos, { beganOn: today(harbor, -4) }, periodId);
  expectProblem(other, 409, 'recovery-period-id-taken');
  expect((await trailOf(theo)).filter(({ action }) => action === 'recovery-period.entered')).toHaveLength(1);
});

test('both devices set one period right at once: one is kept, the other is shown both', async () => {
  const { periodId } = await enter(theos, { beganOn: today(harbor, -3) });
  const answers = await Promise.all(
    [-4, -5].map((ago) => change(periodId, 1, { beganOn: today(harbor, ago), endedOn: null })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const refused = answers.find(({ status }) => status === 412)!;
  const kept = (await open()).periods[0];
  expect(refused.body.current).toEqual(kept);
  expect(refused.body.yours).not.toMatchObject({ beganOn: kept.beganOn });
  const same = await change(periodId, 1, { beganOn: kept.beganOn, endedOn: null });
  expect([same.status, same.body.periods[0].version]).toEqual([200, 2]);
});

test('both devices enter a start at once: one is counted', async () => {
  const answers = await Promise.all([-4, -5].map((ago) => enter(theos, { beganOn: today(harbor, ago) })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect((await open()).periods).toHaveLength(1);
});

test.each<[string, number, number | null, string, string]>([
  ['tomorrow', 1, null, 'beganOn', 'in-the-future'],
  ['ended before it began', -5, -6, 'endedOn', 'before-it-begins'],
  ['ended tomorrow', -5, 1, 'endedOn', 'in-the-future'],
  ['over days that count already', -30, -19, 'beganOn', 'overlaps'],
  ['inside them', -15, -14, 'beganOn', 'overlaps'],
  ['beside one that goes on', -3, null, 'beganOn', 'overlaps'],
])('a period %s is refused', async (_, began, ended, field, code) => {
  await enter(theos, { beganOn: today(harbor, -20), endedOn: today(harbor, -10) });
  await enter(theos, { beganOn: today(harbor, -8) });
  const before = await rowCounts(harbor);
  const days = { beganOn: today(harbor, began), endedOn: ended === null ? null : today(harbor, ended) };
  expectFieldProblem(await enter(theos, days), field, code);
  expect(await rowCounts(harbor)).toEqual(before);
});

test.each<[object, string]>([
  [{ beganOn: '2026-02-29' }, 'beganOn is-day'],
  [{ beganOn: '1899-12-31' }, 'beganOn is-day'],
  [{ beganOn: null }, 'beganOn is-day'],
  [{ beganOn: '2026-01-01', total: 900 }, 'total property-unknown'],
  [{ beganOn: '2026-01-01', endedOn: 'soon' }, 'endedOn is-day'],
])('%j is refused', async (days, wrong) => {
  const answer = await theos.post('/api/recovery-days/periods', { periodId: newId(), ...days });
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, wrong]);
});

test('a start on 29 February has its year on the 28th', async () => {
  server.clock.set('2025-02-27T16:00:00Z');
  theos = await server.as(theo);
  const { body } = await enter(theos, { beganOn: '2024-02-29' });
  expect(body.next).toEqual({ unit: 'years', count: 1, on: '2025-02-28', inDays: 1 });
});

test('the database itself refuses days of one person that overlap', async () => {
  await enter(theos, { beganOn: today(harbor, -20) });
  const twice = server.database.query(
    `INSERT INTO recovery_periods (organization_id, id, participant_id, began_on, ended_on, made_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6)`,
    [
      harbor.organizationId,
      newId(),
      theo.participantId,
      today(harbor, -30),
      today(harbor, -19),
      server.clock.now(),
    ],
  );
  await expect(twice).rejects.toMatchObject({ constraint: 'recovery_periods_of_one_person_do_not_overlap' });
});

test('a period of somebody else, or of nobody, is one and the same 404', async () => {
  const mina = await aParticipantOf(rosa, { preferredName: 'Mina' });
  const { periodId } = await enter(await server.as(mina), { beganOn: today(harbor, -3) });
  const days = { beganOn: today(harbor, -4), endedOn: null };
  const answers = [];
  for (const id of [periodId, newId(), theo.participantId, ...NO_ID.map(encodeURIComponent)])
    answers.push(withoutMoment(await change(id, 1, days)));
  expect(answers[0]).toMatchObject({ status: 404, body: { code: 'recovery-period-not-found' } });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expectProblem(await enter(theos, days, periodId), 404, 'recovery-period-not-found');
});

test('who has no coach now counts their days all the same', async () => {
  const lou = await aParticipantWithoutCoach(harbor, { preferredName: 'Lou' });
  const { body } = await enter(await server.as(lou), { beganOn: today(harbor, -3) });
  expect(body).toMatchObject({ total: 3, coachName: null });
});

test('a birthday may be given, kept to oneself, and bounds what can be entered', async () => {
  const set = (birthday: object, version: number): Promise<Answer> =>
    theos.put('/api/recovery-days/birthday', birthday, onVersion(version));
  const given = await set({ bornOn: '1988-02-29', isShared: false }, 0);
  expect(given.body.birthday).toEqual({ bornOn: '1988-02-29', isShared: false, version: 1 });
  expectFieldProblem(await enter(theos, { beganOn: '1988-02-28' }), 'beganOn', 'before-birth');
  expectFieldProblem(await set({ bornOn: today(harbor, 1), isShared: false }, 1), 'bornOn', 'in-the-future');
  expectFieldProblem(await set({ bornOn: '2024-01-01', isShared: false }, 1), 'bornOn', 'too-young');
  await enter(theos, { beganOn: today(harbor, -3) });
  const stale = await set({ bornOn: '1989-01-01', isShared: false }, 0);
  expectProblem(stale, 412, 'version-stale');
  expect(stale.body.current).toMatchObject({ bornOn: '1988-02-29' });
  expect((await set({ bornOn: null, isShared: false }, 1)).body.birthday.bornOn).toBeNull();
});

test('both devices set who sees it: already so stays so, and what differs is shown', async () => {
  const set = (settings: object, version: number): Promise<Answer> =>
    theos.put('/api/recovery-days/settings', settings, onVersion(version));
  expect((await set({ isShared: true }, 1)).body).toMatchObject({ isShared: true, version: 2 });
  expect((await set({ isShared: true }, 1)).status).toBe(200);
  const stale = await set({ showsCurrentPeriod: true }, 1);
  expectProblem(stale, 412, 'version-stale');
  expect(stale.body.current).toEqual({ isShared: true, showsCurrentPeriod: false, version: 2 });
  // to share no more never waits for a second try
  expect((await set({ isShared: false }, 1)).body.isShared).toBe(false);
  expect((await trailOf(theo)).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['recovery-days.shared', 'recovery-days.unshared']),
  );
});
