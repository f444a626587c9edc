import { v7 as newId } from 'uuid';
import { aParticipantOf, closeEnrollment } from '../given/participant.js';
import { aPauseOf } from '../given/record.js';
import { aCoach, anAdministrator, aSupervisor } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem, withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

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

describe('closing', () => {
  test('early, with a reason: who and when; reopened it goes on', async () => {
    await rosa.post('/api/contacts', contactWith(team.theo));
    const { body: window } = await open();
    const path = `/api/windows/${window.windowId}`;
    const closed = await rosa.post(`${path}/close`, { reason: 'Moved in with his sister.' }, onVersion(1));
    expect(closed.status).toBe(200);
    expect(closed.body).toMatchObject({
      state: 'closed',
      closed: { on: '2026-03-10', by: { name: 'Rosa' }, reason: 'Moved in with his sister.' },
      version: 2,
    });
    expect(await windows()).toEqual([]);
    expect(await standing()).toMatchObject({ dueOn: '2026-03-17' });
    expect(await trailOf(team.rosa)).toContainEqual(expect.objectContaining({ action: 'window.closed' }));
    expectProblem(
      await rosa.post(`${path}/close`, { reason: 'Again' }, onVersion(2)),
      409,
      'window-already-closed',
    );
    expect((await rosa.post(`${path}/reopen`, {}, onVersion(2))).body).toMatchObject({ state: 'open' });
    expect(await standing()).toMatchObject({ dueOn: '2026-03-12' });
    expectProblem(await rosa.post(`${path}/reopen`, {}, onVersion(3)), 409, 'window-not-closed');
  });

  test.each([undefined, '', '  ', 5])('takes a reason: %j', async (reason) => {
    const { body } = await open();
    const answer = await rosa.post(`/api/windows/${body.windowId}/close`, { reason }, onVersion(1));
    expectProblem(answer, 422, 'input-invalid');
    expect(await windows()).toMatchObject([{ state: 'open', version: 1 }]);
  });

  test('on an old version gives both; without one it is not looked at', async () => {
    const { body } = await open();
    const path = `/api/windows/${body.windowId}/close`;
    await rosa.post(path, { reason: 'One' }, onVersion(1));
    const stale = await rosa.post(path, { reason: 'Other' }, onVersion(1));
    expectProblem(stale, 412, 'version-stale');
    expect(stale.body).toMatchObject({ current: { closed: { reason: 'One' } }, yours: { reason: 'Other' } });
    expectProblem(await rosa.post(path, { reason: 'x' }), 428, 'version-missing');
  });

  test('one over already cannot be closed', async () => {
    const { body } = await open({ beganOn: '2025-12-10' });
    await onDay('2026-03-11');
    const answer = await rosa.post(`/api/windows/${body.windowId}/close`, { reason: 'x' }, onVersion(1));
    expectProblem(answer, 409, 'window-already-closed');
  });
});

describe('the checklist', () => {
  let path: string;
  beforeEach(async () => {
    path = `/api/windows/${(await open()).body.windowId}`;
  });
  const tick = (words: Words, version = 0, by = rosa): Promise<Answer> =>
    by.put(`${path}/checks`, { isDone: true, ...words }, onVersion(version));
  const line = ({ body }: Answer, check: string): Words =>
    body.checks.find((each: Words) => each['check'] === check);

  test('naloxone with its day and expiry, who ticked it and when; taken back, and ticked again', async () => {
    const ticked = await tick({ check: 'naloxone', doneOn: '2026-03-09', expiresOn: '2028-05-31' });
    expect(ticked.status).toBe(200);
    expect(line(ticked, 'naloxone')).toEqual({
      check: 'naloxone',
      doneOn: '2026-03-09',
      doneBy: { accountId: team.rosa.accountId, name: 'Rosa' },
      doneAt: '2026-03-10T16:00:00.000Z',
      expiresOn: '2028-05-31',
      version: 1,
    });
    expect(await lastInTrailOf(team.rosa)).toMatchObject({
      action: 'window.check-ticked',
      participant_id: team.theo.participantId,
    });
    expect(await windows()).toEqual([ticked.body]);
    const back = await tick({ check: 'naloxone', isDone: false }, 1);
    expect(line(back, 'naloxone')).toMatchObject({ doneOn: null, doneBy: null, expiresOn: null, version: 2 });
    expect(line(await tick({ check: 'naloxone' }, 2), 'naloxone')).toMatchObject({ doneOn: '2026-03-10' });
  });

  test('a tap sent twice, or many times at once, is one tick', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => tick({ check: 'ride' })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(line(answers[3]!, 'ride')).toMatchObject({ version: 1 });
  });

  test('another day on an old version gives both', async () => {
    await tick({ check: 'ID' });
    const stale = await tick({ check: 'ID', doneOn: '2026-03-01' });
    expectProblem(stale, 412, 'version-stale');
    expect(stale.body).toMatchObject({
      current: { check: 'ID', doneOn: '2026-03-10', version: 1 },
      yours: { doneOn: '2026-03-01' },
    });
  });

  test.each([
    [{ check: 'shoes' }, 'check not-a-choice'],
    [{ check: 'ride', isDone: 'yes' }, 'isDone is-boolean'],
    [{ check: 'ride', doneOn: '2026-03-11' }, 'doneOn in-the-future'],
    [{ check: 'ride', expiresOn: '2027-01-01' }, 'expiresOn not-of-this'],
    [{ check: 'naloxone', expiresOn: '2026-03-09' }, 'expiresOn in-the-past'],
    [{ check: 'naloxone', expiresOn: '2027-02-29' }, 'expiresOn is-day'],
  ])('%j is refused', async (words, problem) => {
    const answer = await tick(words);
    expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
  });

  test('naloxone that is good through today is good', async () => {
    expect((await tick({ check: 'naloxone', expiresOn: '2026-03-10' })).status).toBe(200);
  });

  test('of a closed window is closed too', async () => {
    await rosa.post(`${path}/close`, { reason: 'Moved' }, onVersion(1));
    expectProblem(await tick({ check: 'ride' }), 409, 'window-already-closed');
  });
});

describe('opened by mistake', () => {
  test('is undone once, however often it is sent, and then is nowhere', async () => {
    await rosa.post('/api/contacts', contactWith(team.theo));
    const { body } = await open();
    const path = `/api/windows/${body.windowId}/undo`;
    const answers = await Promise.all([1, 2].map(() => rosa.post(path, {}, onVersion(1))));
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(await windows()).toEqual([]);
    expect(await standing()).toMatchObject({ dueOn: '2026-03-17' });
    expect((await trailOf(team.rosa)).filter(({ action }) => action === 'window.undone')).toHaveLength(1);
    expect((await open()).status).toBe(201);
  });

  test('gives back the time away that it ended, with the window expected after that and its ticks', async () => {
    await aPauseOf(team.theo, { reason: 'jail', fromOn: '2026-02-01', throughOn: '2026-04-30' });
    const { body } = await open();
    await rosa.put(`/api/windows/${body.windowId}/checks`, { check: 'ID', isDone: true }, onVersion(0));
    expect((await pageOf())['pauses']).toEqual([]);
    await rosa.post(`/api/windows/${body.windowId}/undo`, {}, onVersion(1));
    const page = await pageOf();
    expect(page['pauses']).toMatchObject([{ reason: 'jail', throughOn: '2026-04-30', isEndKnown: false }]);
    const [expected] = page['windows'] as { state: string; beganOn: string; checks: Words[] }[];
    expect(expected).toMatchObject({ state: 'coming', beganOn: '2026-05-01' });
    expect(expected!.checks.filter(({ doneOn }) => doneOn).map(({ check }) => check)).toEqual(['ID']);
    expect(await standing()).toMatchObject({ is: 'paused', pausedThroughOn: '2026-04-30' });
  });
});

describe('who may', () => {
  test('a supervisor of the team may open, tick and close', async () => {
    const sam = await server.as(team.sam);
    const { status, body } = await open({}, sam);
    expect([status, body.openedBy.name]).toEqual([201, 'Sam']);
    const path = `/api/windows/${body.windowId}`;
    expect((await sam.put(`${path}/checks`, { check: 'ride', isDone: true }, onVersion(0))).status).toBe(200);
    expect((await sam.post(`${path}/close`, { reason: 'Moved' }, onVersion(1))).status).toBe(200);
  });

  test('neither an administrator nor a participant does', async () => {
    const { body } = await open();
    for (const person of [await anAdministrator(team.organization), team.theo]) {
      const client = await server.as(person);
      expectProblem(await open({}, client), 403, 'role-not-allowed');
      const answer = await client.post(`/api/windows/${body.windowId}/close`, { reason: 'x' }, onVersion(1));
      expectProblem(answer, 403, 'role-not-allowed');
    }
  });

  test('out of reach and missing are the same answer', async () => {
    const noor = await aSupervisor(team.organization, { name: 'Noor' });
    const dev = await aCoach(team.organization, { name: 'Dev', supervisor: noor });
    const lou = await aParticipantOf(dev, { preferredName: 'Lou' });
    const devs = await server.as(dev);
    const { body: theirs } = await open({}, devs, lou.participantId);
    const participants = [lou.participantId, ...NO_ID.map(encodeURIComponent)];
    const ids = [theirs.windowId, ...NO_ID.map(encodeURIComponent)];
    const same = async (answers: Promise<Answer>[]): Promise<void> => {
      const heard = (await Promise.all(answers)).map(withoutMoment);
      expect(heard[0]).toMatchObject({ status: 404 });
      for (const each of heard) expect(each).toEqual(heard[0]);
    };
    for (const by of [rosa, await server.as(team.sam)]) {
      await same(participants.map((id) => open({}, by, id)));
      await same(ids.map((id) => by.post(`/api/windows/${id}/close`, { reason: 'x' }, onVersion(9))));
      await same(ids.map((id) => by.post(`/api/windows/${id}/undo`, {}, onVersion(9))));
      await same(
        ids.map((id) => by.put(`/api/windows/${id}/checks`, { check: 'ID', isDone: true }, onVersion(9))),
      );
    }
    expectProblem(await open({ windowId: theirs.windowId }), 404, 'window-not-found');
    expect((await devs.get(`/api/participants/${lou.participantId}`)).body.windows).toEqual([theirs]);
  });
});
