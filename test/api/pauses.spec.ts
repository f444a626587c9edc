import { v7 as newId } from 'uuid';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
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
  team = await aTeam(server, { theo: { enrolledOn: '2026-01-05' } });
  await onDay('2026-03-10');
  await rosa.post('/api/contacts', contactWith(team.theo));
});

async function onDay(day: string): Promise<void> {
  server.clock.set(`${day}T16:00:00Z`);
  rosa = await server.as(team.rosa);
}

const begin = (words: Words = {}, by = rosa, id = team.theo.participantId): Promise<Answer> =>
  by.post(`/api/participants/${id}/pauses`, {
    pauseId: newId(),
    reason: 'jail',
    throughOn: '2026-04-30',
    ...words,
  });
const end = (id: string, version: number, words: Words = {}): Promise<Answer> =>
  rosa.post(`/api/pauses/${id}/end`, words, onVersion(version));
const change = (id: string, version: number, throughOn: string): Promise<Answer> =>
  rosa.put(`/api/pauses/${id}`, { throughOn }, onVersion(version));
const pageOf = async (): Promise<{ pauses: Words[]; windows: Words[] }> =>
  (await rosa.get(`/api/participants/${team.theo.participantId}`)).body;
const standing = async (): Promise<Words> => (await rosa.get('/api/caseload')).body.items[0].standing;

test('in jail to an expected end: paused with that reason, and the window to come is known', async () => {
  const pauseId = newId();
  const { status, body } = await begin({ pauseId });
  expect([status, body]).toEqual([
    201,
    {
      pauseId,
      reason: 'jail',
      state: 'now',
      fromOn: '2026-03-10',
      throughOn: '2026-04-30',
      outOn: '2026-05-01',
      isEndKnown: false,
      madeBy: { accountId: team.rosa.accountId, name: 'Rosa' },
      madeAt: '2026-03-10T16:00:00.000Z',
      version: 1,
    },
  ]);
  expect(await standing()).toMatchObject({
    is: 'paused',
    pauseReason: 'jail',
    pausedThroughOn: '2026-04-30',
    dueOn: '2026-05-01',
  });
  const page = await pageOf();
  expect(page.pauses).toEqual([body]);
  expect(page.windows).toMatchObject([
    {
      event: 'release',
      state: 'coming',
      beganOn: '2026-05-01',
      day: -52,
      stage: null,
      pauseId,
      mayUndo: false,
    },
  ]);
  expect(await trailOf(team.rosa)).toContainEqual(
    expect.objectContaining({ action: 'pause.begun', subject_id: pauseId }),
  );
});

test.each([
  ['jail', 'release'],
  ['hospital', 'hospital discharge'],
  ['residential', 'residential discharge'],
])(
  'the expected end of %s passes with nobody there: a window for the %s is open that day',
  async (reason, event) => {
    await begin({ reason, throughOn: '2026-03-20' });
    await onDay('2026-03-20');
    expect(await standing()).toMatchObject({ is: 'paused' });
    await onDay('2026-03-21');
    expect(await standing()).toMatchObject({ is: 'due', dueOn: '2026-03-21' });
    expect((await pageOf()).windows).toMatchObject([{ event, state: 'open', day: 0, beganOn: '2026-03-21' }]);
    await onDay('2026-03-24');
    expect(await standing()).toMatchObject({ is: 'overdue', dueOn: '2026-03-21' });
    await rosa.post('/api/contacts', contactWith(team.theo));
    expect(await standing()).toMatchObject({ dueOn: '2026-03-26', cadence: { kind: 'window', days: 2 } });
  },
);

test('nobody is out of touch for the time away, however long it was', async () => {
  await begin({ throughOn: '2026-06-30' });
  await onDay('2026-06-30');
  expect(await standing()).toMatchObject({ is: 'paused' });
  await onDay('2026-07-01');
  expect(await standing()).toMatchObject({ is: 'due' });
});

test('the expected end changes, again and again, and the window to come with it', async () => {
  const { pauseId } = (await begin()).body;
  expect((await change(pauseId, 1, '2026-05-15')).body).toMatchObject({
    throughOn: '2026-05-15',
    version: 2,
  });
  expect((await pageOf()).windows).toMatchObject([{ beganOn: '2026-05-16' }]);
  await change(pauseId, 2, '2026-03-12');
  const page = await pageOf();
  expect(page.windows).toMatchObject([{ beganOn: '2026-03-13', event: 'release' }]);
  expect(await standing()).toMatchObject({ is: 'paused', pausedThroughOn: '2026-03-12' });
  expect(await trailOf(team.rosa)).toContainEqual(expect.objectContaining({ action: 'pause.end-changed' }));
});

test('came out today: due today, and the window is open with what was ticked while they were away', async () => {
  const { pauseId } = (await begin({ fromOn: '2026-03-01' })).body;
  const [coming] = (await pageOf()).windows;
  await rosa.put(
    `/api/windows/${String(coming!['windowId'])}/checks`,
    { check: 'ride', isDone: true },
    onVersion(0),
  );
  const { status, body } = await end(pauseId, 1);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    throughOn: '2026-03-09',
    outOn: '2026-03-10',
    isEndKnown: true,
    state: 'over',
  });
  const page = await pageOf();
  expect(page.pauses).toEqual([]);
  expect(page.windows).toMatchObject([
    { windowId: coming!['windowId'], state: 'open', day: 0, beganOn: '2026-03-10' },
  ]);
  const ticked = (page.windows[0]!['checks'] as Words[]).filter(({ doneOn }) => doneOn);
  expect(ticked.map(({ check }) => check)).toEqual(['ride']);
  expect(await standing()).toMatchObject({ dueOn: '2026-03-12', cadence: { kind: 'window' } });
});

test('came out on an earlier day, and that day set right again', async () => {
  const { pauseId } = (await begin({ fromOn: '2026-03-01' })).body;
  await end(pauseId, 1, { outOn: '2026-03-06' });
  expect((await pageOf()).windows).toMatchObject([{ beganOn: '2026-03-06', day: 4 }]);
  expect((await end(pauseId, 2, { outOn: '2026-03-08' })).body).toMatchObject({ outOn: '2026-03-08' });
  expect((await pageOf()).windows).toMatchObject([{ beganOn: '2026-03-08', day: 2 }]);
});

test('out on the day they went in', async () => {
  const { pauseId } = (await begin({ reason: 'hospital' })).body;
  expect((await end(pauseId, 1)).body).toMatchObject({ fromOn: '2026-03-10', outOn: '2026-03-10' });
  expect((await pageOf()).windows).toMatchObject([{ event: 'hospital discharge', day: 0 }]);
  expect(await standing()).toMatchObject({ is: 'on track', dueOn: '2026-03-12' });
});

test('the expected end passed, and they are still in: asked about, and put off', async () => {
  const { pauseId } = (await begin({ throughOn: '2026-03-12' })).body;
  await onDay('2026-03-15');
  expect((await pageOf()).pauses).toMatchObject([{ pauseId, state: 'over', isEndKnown: false }]);
  expect(await standing()).toMatchObject({ is: 'overdue' });
  await change(pauseId, 1, '2026-04-30');
  expect(await standing()).toMatchObject({ is: 'paused' });
  expect((await pageOf()).windows).toMatchObject([{ state: 'coming', beganOn: '2026-05-01' }]);
});

test('a window closed after it began is open again when it begins anew', async () => {
  const { pauseId } = (await begin({ throughOn: '2026-03-12' })).body;
  await onDay('2026-03-15');
  const [window] = (await pageOf()).windows;
  await rosa.post(`/api/windows/${String(window!['windowId'])}/close`, { reason: 'Never out' }, onVersion(1));
  await change(pauseId, 1, '2026-03-20');
  await onDay('2026-03-21');
  expect((await pageOf()).windows).toMatchObject([{ state: 'open', day: 0 }]);
});

test('a release opened as a window ends the jail on the day before, and stands for the expected one', async () => {
  const { pauseId } = (await begin({ fromOn: '2026-03-01' })).body;
  const [expected] = (await pageOf()).windows;
  await rosa.put(
    `/api/windows/${String(expected!['windowId'])}/checks`,
    { check: 'naloxone', isDone: true, expiresOn: '2028-01-31' },
    onVersion(0),
  );
  const windowId = newId();
  const path = `/api/participants/${team.theo.participantId}/windows`;
  const words = { windowId, event: 'release', beganOn: '2026-03-09' };
  const { status, body } = await rosa.post(path, words);
  expect(status).toBe(201);
  expect(body).toMatchObject({ windowId, pauseId, mayUndo: true, day: 1 });
  expect(body.checks[0]).toMatchObject({ check: 'naloxone', expiresOn: '2028-01-31' });
  const page = await pageOf();
  expect(page.windows).toEqual([body]);
  expect(page.pauses).toEqual([]);
  expect(await standing()).toMatchObject({ is: 'on track' });
  expect((await rosa.post(path, words)).body).toEqual(body);
  expect((await pageOf()).windows).toHaveLength(1);
});

test('an emergency visit while in jail ends nothing: they are still in', async () => {
  await begin({ fromOn: '2026-03-01' });
  const path = `/api/participants/${team.theo.participantId}/windows`;
  await rosa.post(path, { windowId: newId(), event: 'emergency visit' });
  expect(await standing()).toMatchObject({ is: 'paused', pauseReason: 'jail' });
  expect((await pageOf()).windows.map(({ event, state }) => [event, state])).toEqual([
    ['release', 'coming'],
    ['emergency visit', 'open'],
  ]);
});

test('from jail to hospital and back to the street: each end counts, one inside the other', async () => {
  await begin({ fromOn: '2026-03-01', throughOn: '2026-03-25' });
  await begin({ reason: 'hospital', fromOn: '2026-03-10', throughOn: '2026-03-14' });
  await onDay('2026-03-15');
  expect(await standing()).toMatchObject({ is: 'paused', pauseReason: 'jail', dueOn: '2026-03-26' });
  await onDay('2026-03-26');
  expect(await standing()).toMatchObject({ is: 'due', dueOn: '2026-03-26' });
  expect((await pageOf()).windows).toMatchObject([
    { event: 'release', day: 0 },
    { event: 'hospital discharge', day: 11 },
  ]);
});

test('told of afterwards: a hospital stay that is over', async () => {
  const { status, body } = await begin({ reason: 'hospital', fromOn: '2026-03-02', throughOn: '2026-03-06' });
  expect([status, body.state]).toEqual([201, 'over']);
  expect((await pageOf()).windows).toMatchObject([{ event: 'hospital discharge', day: 3 }]);
});
