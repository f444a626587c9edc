import { v7 as newId } from 'uuid';
import { aParticipantOf } from '../given/participant.js';
import { aPauseOf } from '../given/record.js';
import { aCoach, anAdministrator, aSupervisor } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectProblem, withoutMoment } from '../support/problem.js';
import { NO_ID } from '../support/refusals.js';
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
