import { v7 as newId } from 'uuid';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { fieldsOf } from '../support/refusals.js';
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
