import { v7 as newId } from 'uuid';
import { aGoalOf, type Goal } from '../given/goal.js';
import { today } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theos: Client;
let rosas: Client;
let goal: Goal;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  theos = await server.as(team.theo);
  rosas = await server.as(team.rosa);
  goal = await aGoalOf(team.theo, { steps: ['Call the housing office', 'Look at the room'] });
});

const stepWith = (more: Words = {}) => ({ stepId: newId(), words: 'Ask for a form', ...more });
const story = async (by: Client) => (await by.get(`/api/goals/${goal.goalId}`)).body;
const stepsOf = async () => (await story(theos)).goal.steps.map(({ words }: { words: string }) => words);

test('either adds a step, at the end, once however often it is sent', async () => {
  const step = stepWith({ byOn: today(team.organization) });
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => theos.post(`/api/goals/${goal.goalId}/steps`, step)),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  expect(answers[0]!.body).toEqual({ ...step, doneAt: null, version: 1 });
  await rosas.post(`/api/goals/${goal.goalId}/steps`, stepWith({ words: 'Write to them' }));
  expect(await stepsOf()).toEqual([
    'Call the housing office',
    'Look at the room',
    'Ask for a form',
    'Write to them',
  ]);
  const other = await theos.post(`/api/goals/${goal.goalId}/steps`, { ...step, words: 'Else' });
  expect([other.status, other.body.code]).toEqual([409, 'step-id-taken']);
});

test('a step put in other words keeps the earlier ones; both at once is a 412 with both', async () => {
  const path = `/api/steps/${goal.stepIds[0]}`;
  const reworded = await rosas.put(path, { words: 'Call on Monday' }, onVersion(1));
  expect(reworded.body).toMatchObject({ words: 'Call on Monday', version: 2 });
  const late = await theos.put(path, { words: 'Call on Friday' }, onVersion(1));
  expect([late.status, late.body.current.words, late.body.yours.words]).toEqual([
    412,
    'Call on Monday',
    'Call on Friday',
  ]);
  expect((await story(theos)).earlierSteps).toMatchObject([
    { stepId: goal.stepIds[0], words: 'Call the housing office', version: 1, by: null },
  ]);
});

test('a step taken away is kept and comes back; meanwhile it is not ticked', async () => {
  const path = `/api/steps/${goal.stepIds[1]}`;
  await theos.post(`${path}/remove`, {}, onVersion(1));
  expect(await stepsOf()).toEqual(['Call the housing office']);
  expect((await theos.get('/api/home')).body.steps).toMatchObject([{ words: 'Call the housing office' }]);
  expect((await story(rosas)).removedSteps).toMatchObject([{ words: 'Look at the room' }]);
  const ticked = await theos.post(`${path}/tick`, { isDone: true }, onVersion(2));
  expect([ticked.status, ticked.body.code]).toEqual([409, 'step-removed']);
  await theos.post(`${path}/remove`, {}, onVersion(1));
  await theos.post(`${path}/restore`, {}, onVersion(2));
  expect(await stepsOf()).toHaveLength(2);
  expect((await trailOf(team.theo)).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['step.removed', 'step.restored']),
  );
});

test('a step is put first', async () => {
  await theos.post(`/api/steps/${goal.stepIds[1]}/first`, {}, onVersion(1));
  expect(await stepsOf()).toEqual(['Look at the room', 'Call the housing office']);
});

test.each<[string, Words, string]>([
  ['no words', { words: ' ' }, 'words empty'],
  ['301 characters', { words: 'x'.repeat(301) }, 'words too-long'],
  ['no day', { byOn: '2027-02-30' }, 'byOn is-day'],
  ['a day gone by', { byOn: '2020-01-01' }, 'byOn in-the-past'],
])('%s is refused', async (_, more, problem) => {
  const answer = await theos.post(`/api/goals/${goal.goalId}/steps`, stepWith(more));
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
});

test('a step of somebody else’s goal is a 404 for whatever is done with it', async () => {
  const elsewhere = await aGoalOf(await aParticipantOf(team.rosa));
  const path = `/api/steps/${elsewhere.stepIds[0]}`;
  const answers = [
    await theos.post(`/api/goals/${elsewhere.goalId}/steps`, stepWith()),
    await theos.put(path, { words: 'Else' }, onVersion(1)),
    await theos.post(`${path}/remove`, {}, onVersion(1)),
    await theos.post(`${path}/restore`, {}, onVersion(1)),
    await theos.post(`${path}/first`, {}, onVersion(1)),
    await theos.post(`/api/goals/${goal.goalId}/steps`, stepWith({ stepId: elsewhere.stepIds[0] })),
  ];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
});

test('nothing is added to a goal that was let go', async () => {
  await theos.post(`/api/goals/${goal.goalId}/let-go`, {}, onVersion(1));
  const { status, body } = await theos.post(`/api/goals/${goal.goalId}/steps`, stepWith());
  expect([status, body.code]).toEqual([409, 'goal-let-go']);
});
