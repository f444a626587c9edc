import { answersTo, phq9With, tenTimes } from '../given/answers.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, anAdministrator } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem, withoutMoment } from '../support/problem.js';
import { NO_ID } from '../support/refusals.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theos: Client;
let coach: Client;
let supervisor: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  theos = await server.as(team.theo);
  coach = await server.as(team.rosa);
  supervisor = await server.as(team.sam);
});

const own = '/api/own-assessments';
const ofTheo = () => `/api/assessments?participantId=${team.theo.participantId}`;
const together = (sent: object) => ({ participantId: team.theo.participantId, ...sent });

test('a participant answers BARC-10: they see their answers, the coach and the supervisor the sum as well', async () => {
  const sent = answersTo('barc-10', [6, 5, 5, 4, 4, 5, 5, 6, 4, 5]);
  const { status, body } = await theos.post(own, sent);
  expect([status, body.isTold]).toEqual([201, false]);
  expect(body.assessment).toEqual({
    assessmentId: sent.assessmentId,
    instrument: 'barc-10',
    version: '2017',
    mode: 'self',
    withCoach: null,
    takenOn: '2026-03-10',
    answers: sent['answers'],
    isComplete: true,
    comparedWithOn: null,
    changes: [],
  });
  expect((await theos.get(own)).body.taken).toEqual([body.assessment]);
  const staffs = {
    ...body.assessment,
    score: 49,
    reading: '47 and above predicted remission of over a year.',
    administeredBy: { accountId: team.theo.accountId, name: 'Theo' },
    riskNoteId: null,
  };
  for (const staff of [coach, supervisor]) expect((await staff.get(ofTheo())).body.taken).toEqual([staffs]);
  expect(await lastInTrailOf(team.sam)).toMatchObject({
    action: 'assessments.opened',
    participant_id: team.theo.participantId,
  });
});

test('done together with the coach it says so to both', async () => {
  const { status, body } = await coach.post(
    '/api/assessments',
    together(answersTo('phq-9', phq9With({ 1: 3, 2: 2 }))),
  );
  expect([status, body.mode, body.score]).toEqual([201, 'with coach', 5]);
  expect(body.administeredBy).toEqual({ accountId: team.rosa.accountId, name: 'Rosa' });
  const { taken } = (await theos.get(own)).body;
  expect(taken).toMatchObject([{ mode: 'with coach', withCoach: 'Rosa' }]);
  expect(await lastInTrailOf(team.rosa)).toMatchObject({
    action: 'assessment.taken',
    subject_id: body.assessmentId,
  });
});

test('one blank: it is kept as incomplete, and nobody gives it a score', async () => {
  const { body } = await theos.post(own, answersTo('barc-10', [null, ...tenTimes(6).slice(1)]));
  expect(body.assessment).toMatchObject({ isComplete: false, answers: { 0: { item: 1, answer: null } } });
  expect((await coach.get(ofTheo())).body.taken).toMatchObject([
    { isComplete: false, score: null, reading: null },
  ]);
  const { rows } = await server.database.query('SELECT answers[1] AS first FROM assessments WHERE id = $1', [
    body.assessment.assessmentId,
  ]);
  expect(rows).toEqual([{ first: null }]);
});

test('both see what changed, item by item, since the last time; of a skipped item nothing', async () => {
  await theos.post(own, answersTo('barc-10', [6, 5, null, ...Array<number>(7).fill(4)]));
  server.clock.set('2026-06-10T16:00:00Z');
  [theos, coach] = [await server.as(team.theo), await server.as(team.rosa)];
  const { body } = await theos.post(own, answersTo('barc-10', [4, 5, 3, ...Array<number>(7).fill(4)]));
  const changes = [
    { item: 1, before: 6, now: 4 },
    { item: 2, before: 5, now: 5 },
    ...[4, 5, 6, 7, 8, 9, 10].map((item) => ({ item, before: 4, now: 4 })),
  ];
  expect(body.assessment).toMatchObject({ comparedWithOn: '2026-03-10', changes });
  expect((await coach.get(ofTheo())).body.taken[0]).toMatchObject({ comparedWithOn: '2026-03-10', changes });
});

test('PHQ-9 after PHQ-2 is compared on the two questions they share', async () => {
  await theos.post(own, answersTo('phq-2', [2, 1]));
  await theos.post(own, answersTo('barc-10', tenTimes(3)));
  const { body } = await theos.post(own, answersTo('phq-9', phq9With({ 1: 1 })));
  expect(body.assessment.changes).toEqual([
    { item: 1, before: 2, now: 1 },
    { item: 2, before: 1, now: 0 },
  ]);
});

test.each<[string, object, string, string]>([
  ['no such question', { answers: [{ item: 11, answer: 3 }] }, 'answers.0.item', 'item-unknown'],
  ['an answer off the scale', { answers: [{ item: 1, answer: 7 }] }, 'answers.0.answer', 'off-the-scale'],
  ['half an answer', { answers: [{ item: 1, answer: 2.5 }] }, 'answers.0.answer', 'not-a-whole-number'],
  [
    'a question answered twice',
    { answers: Array(2).fill({ item: 1, answer: 3 }) },
    'answers.1.item',
    'item-twice',
  ],
  ['nothing answered', { answers: [{ item: 1 }] }, 'answers', 'nothing-answered'],
  ['an unknown version', { version: '1999' }, 'version', 'version-unknown'],
  ['no such instrument', { instrument: 'barc-50' }, 'instrument', 'not-a-choice'],
  ['a day to come', { takenOn: '2026-03-11' }, 'takenOn', 'in-the-future'],
  ['no day at all', { takenOn: '2026-02-29' }, 'takenOn', 'is-day'],
  ['a score of its own', { score: 60 }, 'score', 'property-unknown'],
  ['no id', { assessmentId: 'one' }, 'assessmentId', 'is-new-id'],
])('with %s nothing is kept, and the field says what is wrong', async (_, wrong, path, code) => {
  const before = await rowCounts(team.organization);
  expectFieldProblem(await theos.post(own, { ...answersTo('barc-10', tenTimes(3)), ...wrong }), path, code);
  expect(await rowCounts(team.organization)).toEqual(before);
});

test('nine answers to the PHQ-2: each that is too many is named', async () => {
  const answer = await theos.post(own, answersTo('phq-2', phq9With({})));
  expectProblem(answer, 422, 'input-invalid');
  const paths = answer.body.fields.map(({ path }: { path: string }) => path);
  expect(paths).toEqual([2, 3, 4, 5, 6, 7, 8].map((place) => `answers.${place}.item`));
});

test('sent three times at once it is one; the same id with other answers is refused', async () => {
  const sent = answersTo('barc-10', tenTimes(3));
  const answers = await Promise.all([1, 2, 3].map(() => theos.post(own, sent)));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect((await theos.get(own)).body.taken).toHaveLength(1);
  expectProblem(
    await theos.post(own, { ...answersTo('barc-10', tenTimes(4)), assessmentId: sent.assessmentId }),
    409,
    'assessment-id-taken',
  );
});

test('whoever is out of reach is as if they were not there, and so is an id that is theirs', async () => {
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  const lou = await aParticipantOf(dev, { preferredName: 'Lou' });
  const away = await coach.get(`/api/assessments?participantId=${lou.participantId}`);
  for (const id of NO_ID)
    expect(
      withoutMoment(await coach.get(`/api/assessments?participantId=${encodeURIComponent(id)}`)),
    ).toEqual(withoutMoment(away));
  expectProblem(away, 404, 'participant-not-found');
  const sent = answersTo('phq-2', [0, 0]);
  expectProblem(
    await coach.post('/api/assessments', { ...sent, participantId: lou.participantId }),
    404,
    'participant-not-found',
  );
  await theos.post(own, sent);
  expectProblem(await (await server.as(lou)).post(own, sent), 404, 'assessment-not-found');
});

test('an administrator reads none of it, a supervisor enters none, and nobody answers in the name of another', async () => {
  const ada = await server.as(await anAdministrator(team.organization));
  const sent = answersTo('phq-2', [0, 0]);
  for (const refused of [
    await ada.get(ofTheo()),
    await supervisor.post('/api/assessments', together(sent)),
    await theos.post('/api/assessments', together(sent)),
    await theos.get(ofTheo()),
    await coach.post(own, sent),
  ])
    expectProblem(refused, 403, 'role-not-allowed');
  expectFieldProblem(await theos.post(own, together(sent)), 'participantId', 'property-unknown');
});

test('disabled while reading, they are signed out and nothing is stored', async () => {
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [team.theo.accountId]);
  const before = await rowCounts(team.organization);
  expectProblem(await theos.post(own, answersTo('phq-2', [0, 0])), 401, 'access-ended');
  expect(await rowCounts(team.organization)).toEqual(before);
});
