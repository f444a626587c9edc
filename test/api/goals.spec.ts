import { aGoalOf } from '../given/goal.js';
import { goalWith, goalWords } from '../given/goal-words.js';
import { today } from '../given/organization.js';
import { aParticipantOf, aParticipantWithoutCoach } from '../given/participant.js';
import { aCoach, anAdministrator } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theos: Client;
let rosas: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  theos = await server.as(team.theo);
  rosas = await server.as(team.rosa);
});

const story = async (by: Client, goalId: string) => (await by.get(`/api/goals/${goalId}`)).body;
const byRosa = (more: Words = {}) => goalWith({ participantId: team.theo.participantId, ...more });

test('a participant writes a goal in their own words, and both read it with who wrote it', async () => {
  const goal = goalWith({ why: 'A door I can lock.', byOn: today(team.organization, 40), confidence: 4 });
  const { status, body } = await theos.post('/api/goals', goal);
  expect([status, body]).toEqual([
    201,
    {
      goalId: goal.goalId,
      participantId: team.theo.participantId,
      sentence: 'Find a place of my own',
      why: 'A door I can lock.',
      dimension: 'Home',
      byOn: today(team.organization, 40),
      confidence: 4,
      confidences: [{ on: today(team.organization), value: 4 }],
      writtenBy: { isParticipant: true, name: 'Theo' },
      writtenAt: server.clock.now().toISOString(),
      finishProposed: null,
      finishedOn: null,
      finishedBy: null,
      letGoOn: null,
      letGoBy: null,
      letGoWords: '',
      mayConfirm: false,
      version: 1,
      steps: [],
    },
  ]);
  expect(await lastInTrailOf(team.theo)).toMatchObject({
    action: 'goal.added',
    participant_id: team.theo.participantId,
    subject_id: goal.goalId,
  });
  expect((await theos.get('/api/goals')).body).toEqual({
    items: [body],
    coachName: 'Rosa',
    today: today(team.organization),
  });
  const listed = (await rosas.get(`/api/participants/${team.theo.participantId}/goals`)).body;
  expect(listed.items[0]).toEqual({ ...body, lastMovedOn: today(team.organization), isStill: false });
});

test('the coach writes one with them, and the participant reads whose words they are', async () => {
  const { status, body } = await rosas.post('/api/goals', byRosa());
  expect([status, body.writtenBy]).toEqual([201, { isParticipant: false, name: 'Rosa' }]);
  expect((await theos.get('/api/goals')).body.items).toEqual([body]);
  expect((await (await server.as(team.sam)).get(`/api/goals/${body.goalId}`)).body.goal).toEqual(body);
});

test('sent thrice, or many times at once, it is one goal; other words under its id are a conflict', async () => {
  const goal = goalWith({ confidence: 5 });
  const answers = await Promise.all(Array.from({ length: 6 }, () => theos.post('/api/goals', goal)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  expect((await theos.get('/api/goals')).body.items).toMatchObject([{ confidences: [{ value: 5 }] }]);
  const other = await theos.post('/api/goals', { ...goal, sentence: 'Something else' });
  expect([other.status, other.body.code]).toEqual([409, 'goal-id-taken']);
});

test('every earlier version is kept and readable by both, by whom and when', async () => {
  const { goalId } = (await theos.post('/api/goals', goalWith({ why: 'For my daughter.' }))).body;
  server.clock.advance(10);
  const edited = await rosas.put(
    `/api/goals/${goalId}`,
    goalWords({ sentence: 'A room with a door' }),
    onVersion(1),
  );
  expect(edited.body).toMatchObject({ sentence: 'A room with a door', why: '', version: 2 });
  expect(await lastInTrailOf(team.rosa)).toMatchObject({ action: 'goal.edited', subject_id: goalId });
  server.clock.advance(10);
  await theos.put(`/api/goals/${goalId}`, goalWords({ sentence: 'A room of my own' }), onVersion(2));
  for (const by of [theos, rosas])
    expect((await story(by, goalId)).earlier).toMatchObject([
      { version: 2, sentence: 'A room with a door', by: { isParticipant: false, name: 'Rosa' } },
      {
        version: 1,
        sentence: 'Find a place of my own',
        why: 'For my daughter.',
        by: { isParticipant: true },
      },
    ]);
});

test('both editing at once: the second gets both versions and overwrites nothing', async () => {
  const { goalId } = await aGoalOf(team.theo);
  await rosas.put(`/api/goals/${goalId}`, goalWords({ sentence: 'In Rosa’s words' }), onVersion(1));
  const mine = goalWords({ sentence: 'In my own words' });
  const { status, body } = await theos.put(`/api/goals/${goalId}`, mine, onVersion(1));
  expect([status, body.code]).toEqual([412, 'version-stale']);
  expect(body.current).toMatchObject({
    sentence: 'In Rosa’s words',
    writtenBy: { isParticipant: false, name: 'Rosa' },
    version: 2,
  });
  expect(body.yours).toEqual(mine);
  expect((await story(theos, goalId)).goal.sentence).toBe('In Rosa’s words');
  const same = await theos.put(
    `/api/goals/${goalId}`,
    goalWords({ sentence: 'In Rosa’s words' }),
    onVersion(1),
  );
  expect([same.status, same.body.version]).toEqual([200, 2]);
});

test('emoji, right-to-left and five hundred characters are kept as they are typed', async () => {
  for (const sentence of ['🌱'.repeat(500), 'أريد بيتي الخاص', 'x'.repeat(500)]) {
    const { body } = await theos.post('/api/goals', goalWith({ sentence }));
    expect((await story(rosas, body.goalId)).goal.sentence).toBe(sentence);
  }
});

test.each<[string, Words, string]>([
  ['an empty sentence', { sentence: '' }, 'sentence empty'],
  ['a sentence of spaces', { sentence: '  \n ' }, 'sentence empty'],
  ['501 characters', { sentence: '🌱'.repeat(501) }, 'sentence too-long'],
  ['2001 characters of why', { why: 'x'.repeat(2001) }, 'why too-long'],
  ['no dimension there is', { dimension: 'Money' }, 'dimension not-a-choice'],
  ['29 February of a year without one', { byOn: '2027-02-29' }, 'byOn is-day'],
  ['confidence 11', { confidence: 11 }, 'confidence too-large'],
  ['confidence -1', { confidence: -1 }, 'confidence too-small'],
  ['confidence 4.5', { confidence: 4.5 }, 'confidence not-a-whole-number'],
  ['an unknown field', { finishedOn: '2026-01-01' }, 'finishedOn property-unknown'],
])('%s is refused, in words', async (_, more, problem) => {
  const answer = await theos.post('/api/goals', goalWith(more));
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
  expect((await theos.get('/api/goals')).body.items).toEqual([]);
});

test('29 February is a day like any other where there is one, a day gone by is refused kindly', async () => {
  expect((await theos.post('/api/goals', goalWith({ byOn: '2028-02-29' }))).body.byOn).toBe('2028-02-29');
  const past = await theos.post('/api/goals', goalWith({ byOn: today(team.organization, -1) }));
  expect([past.status, ...fieldsOf(past)]).toEqual([422, 'byOn in-the-past']);
});

test('a day that has gone by since stays when only the words change', async () => {
  const { body } = await theos.post('/api/goals', goalWith({ byOn: today(team.organization, 1) }));
  const byOn = body.byOn as string;
  server.clock.advance(3 * 24 * 60);
  theos = await server.as(team.theo);
  const words = goalWords({ sentence: 'Find a room', byOn });
  expect((await theos.put(`/api/goals/${body.goalId}`, words, onVersion(1))).body).toMatchObject({
    byOn,
    version: 2,
  });
});

test('a participant with no coach now writes, edits and reads as ever', async () => {
  const lou = await server.as(await aParticipantWithoutCoach(team.organization));
  const { body } = await lou.post('/api/goals', goalWith());
  expect((await lou.get('/api/goals')).body).toMatchObject({ coachName: null, items: [{ version: 1 }] });
  expect((await (await server.as(team.sam)).get(`/api/goals/${body.goalId}`)).status).toBe(200);
});

test('a goal of somebody else, of another coach or organization, or not an id is one and the same 404', async () => {
  const ofDev = await aParticipantOf(await aCoach(team.organization, { name: 'Dev' }));
  const elsewhere = await aTeam(server);
  const ids = [
    (await aGoalOf(ofDev)).goalId,
    (await aGoalOf(elsewhere.theo)).goalId,
    team.theo.participantId,
  ];
  const answers = [];
  for (const id of [...ids, ...NO_ID.map(encodeURIComponent)])
    for (const by of [theos, rosas]) {
      answers.push(withoutMoment(await by.get(`/api/goals/${id}`)));
      answers.push(withoutMoment(await by.put(`/api/goals/${id}`, goalWords(), onVersion(9))));
      for (const move of ['finish', 'not-yet-finished', 'let-go', 'take-up'])
        answers.push(withoutMoment(await by.post(`/api/goals/${id}/${move}`, {}, onVersion(9))));
    }
  expect(answers[0]).toMatchObject({ status: 404, body: { code: 'goal-not-found' } });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const sibling = await aGoalOf(await aParticipantOf(team.rosa));
  expect(withoutMoment(await theos.get(`/api/goals/${sibling.goalId}`))).toEqual(answers[0]);
  const forLou = await theos.post('/api/goals', goalWith({ participantId: ofDev.participantId }));
  expect([forLou.status, forLou.body.code]).toEqual([404, 'participant-not-found']);
  expect((await rosas.post('/api/goals', goalWith())).body.code).toBe('participant-not-found');
});

test('a supervisor reads and writes nothing, an administrator does neither', async () => {
  const { goalId } = await aGoalOf(team.theo);
  const sams = await server.as(team.sam);
  expect((await sams.get(`/api/participants/${team.theo.participantId}/goals`)).body.items).toHaveLength(1);
  expect((await sams.post('/api/goals', byRosa())).body.code).toBe('role-not-allowed');
  const adas = await server.as(await anAdministrator(team.organization));
  expect((await adas.get(`/api/goals/${goalId}`)).body.code).toBe('role-not-allowed');
});

test('opening goals is in the trail', async () => {
  const { goalId } = await aGoalOf(team.theo);
  await rosas.get(`/api/participants/${team.theo.participantId}/goals`);
  await rosas.get(`/api/goals/${goalId}`);
  expect((await trailOf(team.rosa)).map(({ action }) => action)).toEqual(['goals.opened', 'goal.opened']);
});
