import { v7 as newId } from 'uuid';
import { closeEnrollment } from '../given/participant.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-01-05' } });
  rosa = await server.as(team.rosa);
});

const open = (words: Words = {}, by = rosa, id = team.theo.participantId): Promise<Answer> =>
  by.post(`/api/participants/${id}/windows`, { windowId: newId(), event: 'release', ...words });
const pageOf = async (by = rosa): Promise<Words> =>
  (await by.get(`/api/participants/${team.theo.participantId}`)).body;
const windows = async (): Promise<Words[]> => (await pageOf())['windows'] as Words[];
const standing = async (): Promise<Words> => (await rosa.get('/api/caseload')).body.items[0].standing;

async function onDay(day: string): Promise<void> {
  server.clock.set(`${day}T16:00:00Z`);
  rosa = await server.as(team.rosa);
}

test('opened today: stage, days left, an empty checklist, who opened it, and contact every two days', async () => {
  await rosa.post('/api/contacts', contactWith(team.theo));
  const windowId = newId();
  const answer = await open({ windowId, event: 'overdose' });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    windowId,
    participantId: team.theo.participantId,
    event: 'overdose',
    state: 'open',
    beganOn: '2026-03-10',
    lastOn: '2026-06-08',
    day: 0,
    daysLeft: 90,
    stage: { fromDay: 0, throughDay: 14, everyDays: 2, daysLeft: 14 },
    pauseId: null,
    mayUndo: true,
    openedBy: { accountId: team.rosa.accountId, name: 'Rosa' },
    openedAt: '2026-03-10T16:00:00.000Z',
    closed: null,
    version: 1,
  });
  const checks = answer.body.checks.map(({ check, doneOn, version }: Words) => ({ check, doneOn, version }));
  expect(checks).toEqual(
    ['naloxone', 'tolerance', 'medication', 'safe contact', 'ride', 'ID'].map((check) => ({
      check,
      doneOn: null,
      version: 0,
    })),
  );
  expect(await windows()).toEqual([answer.body]);
  expect(await standing()).toMatchObject({
    is: 'on track',
    dueOn: '2026-03-12',
    cadence: { kind: 'window', days: 2 },
  });
  expect(await trailOf(team.rosa)).toContainEqual(
    expect.objectContaining({
      action: 'window.opened',
      participant_id: team.theo.participantId,
      subject_id: windowId,
    }),
  );
});

test.each([
  ['2026-03-10', 0, { fromDay: 0, everyDays: 2, daysLeft: 14 }],
  ['2026-02-24', 14, { fromDay: 0, everyDays: 2, daysLeft: 0 }],
  ['2026-02-23', 15, { fromDay: 15, everyDays: 7, daysLeft: 15 }],
  ['2026-02-08', 30, { fromDay: 15, everyDays: 7, daysLeft: 0 }],
  ['2026-02-07', 31, { fromDay: 31, everyDays: 10, daysLeft: 59 }],
  ['2025-12-10', 90, { fromDay: 31, everyDays: 10, daysLeft: 0 }],
])('of an event on %s today is day %i', async (beganOn, day, stage) => {
  const { status, body } = await open({ beganOn });
  expect(status).toBe(201);
  expect(body).toMatchObject({ state: 'open', day, daysLeft: 90 - day, stage });
});

test.each(['2025-12-09', '2025-11-30', '1901-01-01'])(
  'an event on %s would have its window over already, and that is said',
  async (beganOn) => {
    const answer = await open({ beganOn });
    expectFieldProblem(answer, 'beganOn', 'over-already');
    expect(answer.body.fields[0].detail).toMatch(/over already: it lasts 90 days/);
    expect(await windows()).toEqual([]);
  },
);

test('an event to come opens nothing yet', async () => {
  expectFieldProblem(await open({ beganOn: '2026-03-11' }), 'beganOn', 'in-the-future');
});

test('the day is the organization’s: an evening in New York is already tomorrow elsewhere', async () => {
  server.clock.set('2026-03-11T02:00:00Z');
  rosa = await server.as(team.rosa);
  expect((await open()).body).toMatchObject({ beganOn: '2026-03-10', day: 0 });
  expectFieldProblem(await open({ beganOn: '2026-03-11', event: 'overdose' }), 'beganOn', 'in-the-future');
});

test.each([
  [{ windowId: 'x' }, 'windowId is-new-id'],
  [{ event: 'discharge' }, 'event not-a-choice'],
  [{ event: undefined }, 'event not-a-choice'],
  [{ beganOn: '2026-02-30' }, 'beganOn is-day'],
  [{ beganOn: 'yesterday' }, 'beganOn is-day'],
  [{ closedOn: '2026-03-10' }, 'closedOn property-unknown'],
])('%j is refused', async (words, problem) => {
  const answer = await open(words);
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
});

test('sent again, also many times at once, it is one window; other words under its id are a conflict', async () => {
  const words = { windowId: newId(), beganOn: '2026-03-08' };
  const answers = await Promise.all([open(words), open(words), open(words)]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(await windows()).toEqual([answers[0]!.body]);
  expectProblem(await open({ ...words, beganOn: '2026-03-07' }), 409, 'window-id-taken');
  expect((await trailOf(team.rosa)).filter(({ action }) => action === 'window.opened')).toHaveLength(1);
});

test('the same event twice on one day is one event; on another day, or another event, it is another', async () => {
  await open();
  expectProblem(await open(), 409, 'one-window-for-an-event-on-a-day');
  expect((await open({ beganOn: '2026-03-09' })).status).toBe(201);
  expect((await open({ event: 'overdose' })).status).toBe(201);
  expect((await windows()).map(({ event, beganOn }) => [event, beganOn])).toEqual(
    expect.arrayContaining([
      ['release', '2026-03-10'],
      ['overdose', '2026-03-10'],
      ['release', '2026-03-09'],
    ]),
  );
});

test('two at once, one inside the other: the strongest counts, once, and the other stays when it ends', async () => {
  await rosa.post('/api/contacts', contactWith(team.theo));
  await open({ beganOn: '2026-01-20', event: 'residential discharge' });
  expect(await standing()).toMatchObject({ dueOn: '2026-03-17', cadence: { kind: 'agreed', days: 7 } });
  const inner = await open({ event: 'overdose' });
  expect(await standing()).toMatchObject({ dueOn: '2026-03-12', cadence: { kind: 'window', days: 2 } });
  const path = `/api/windows/${inner.body.windowId}`;
  await rosa.post(`${path}/undo`, {}, onVersion(1));
  expect(await standing()).toMatchObject({ dueOn: '2026-03-17', cadence: { kind: 'agreed', days: 7 } });
});

test('nobody enrolled has no window, and what is there stays', async () => {
  await closeEnrollment(team.theo, '2026-03-10');
  expectProblem(await open(), 409, 'enrollment-closed');
});

test('closed by itself after day 90: no longer on the page, and no cadence of its own', async () => {
  await open({ beganOn: '2025-12-10' });
  expect(await windows()).toMatchObject([{ state: 'open', daysLeft: 0 }]);
  await onDay('2026-03-11');
  expect(await windows()).toEqual([]);
  await rosa.post('/api/contacts', contactWith(team.theo));
  expect(await standing()).toMatchObject({ cadence: { kind: 'agreed' } });
});
