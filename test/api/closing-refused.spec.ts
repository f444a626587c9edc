import { v7 as newId } from 'uuid';
import { raised } from '../given/logged.js';
import type { Participant } from '../given/participant.js';
import { anAdministrator, type Person } from '../given/staff.js';
import { aTeamWithTheo, closesStay, countAbout } from '../given/stay.js';
import { aTeam } from '../given/team.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let rosa: Person;
let dev: Person;
let sam: Person;
let ada: Person;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ rosa, sam, theo, dev, ada } = await aTeamWithTheo(server));
});

const get = async (person: Person, path: string) => (await (await server.as(person)).get(path)).body;

const count = (table: string, which: string) => countAbout(theo, table, which);

test('an urgent note or a concern is resolved first; the coach is told which, the administrator only that there is one', async () => {
  const [concern] = [
    await raised(rosa, theo, { level: 'concern' }),
    await raised(rosa, theo, { level: 'watch' }),
  ];
  const refused = await closesStay(rosa, theo);
  expectProblem(refused, 409, 'open-risk-notes');
  expect(refused.body).toMatchObject({ riskNotes: [{ riskNoteId: concern, level: 'concern' }] });
  const blind = await closesStay(ada, theo);
  expectProblem(blind, 409, 'open-risk-notes');
  expect(blind.body.detail).toContain('. Sam can answer them');
  expect(JSON.stringify(blind.body)).not.toContain('concern');
  expect(await get(ada, `/api/enrollments/${theo.enrollmentId}/closing`)).toMatchObject({
    riskNotes: [],
    hasOpenRiskNotes: true,
    hasOpenPromises: false,
    whoCanAnswer: ['Sam'],
    whoCan: ['Rosa', 'Sam'],
  });
  const asked = await (
    await server.as(sam)
  ).post(`/api/risk-notes/${concern}/resolve`, { words: 'We spoke.' }, { 'if-match': '"1"' });
  expect(asked.status).toBe(200);
  expect((await closesStay(rosa, theo)).status).toBe(201);
});

test('what was promised is kept, let go with a reason or handed on; an administrator learns only that something was', async () => {
  const client = await server.as(rosa);
  const promises = ['Bus pass', 'Letter', 'Call the clinic'].map((words) => ({
    ...{ promiseId: newId(), participantId: theo.participantId, words, dueOn: '2026-03-12' },
  }));
  for (const promise of promises) await client.post('/api/promises', promise);
  const [kept, gone, handed] = promises.map(({ promiseId }) => promiseId);
  const some = await closesStay(rosa, theo, { promises: [{ promiseId: kept, became: 'kept' }] });
  expectProblem(some, 409, 'open-promises');
  expect(some.body.promises).toEqual([
    { promiseId: gone, words: 'Letter' },
    { promiseId: handed, words: 'Call the clinic' },
  ]);
  const blind = await closesStay(ada, theo);
  expectProblem(blind, 409, 'open-promises');
  expect(JSON.stringify(blind.body)).not.toContain('Letter');
  const decided = [
    { promiseId: kept, became: 'kept' },
    { promiseId: gone, became: 'let go', reason: 'He has one now' },
    { promiseId: handed, became: 'handed', toId: dev.accountId },
  ];
  expect((await closesStay(rosa, theo, { promises: decided })).status).toBe(201);
  const { rows } = await server.database.query(
    'SELECT words, kept_by, release_reason, coach_id FROM promises WHERE participant_id = $1 ORDER BY words',
    [theo.participantId],
  );
  expect(rows).toEqual([
    { words: 'Bus pass', kept_by: rosa.accountId, release_reason: null, coach_id: rosa.accountId },
    { words: 'Call the clinic', kept_by: null, release_reason: null, coach_id: dev.accountId },
    { words: 'Letter', kept_by: null, release_reason: 'He has one now', coach_id: rosa.accountId },
  ]);
  const elsewhere = await get(dev, '/api/logged-elsewhere');
  expect(JSON.stringify(elsewhere)).toContain('Call the clinic');
  expect(JSON.stringify(elsewhere)).toContain('Theo');
});

test.each([
  ['tomorrow', { closedOn: '2026-03-11' }, 'closedOn', 'in-the-future'],
  ['before they came', { closedOn: '2026-01-31' }, 'closedOn', 'before-enrollment'],
  ['no day', { closedOn: '2026-02-30' }, 'closedOn', 'is-day'],
  ['another reason', { reason: 'died' }, 'reason', 'not-a-choice'],
  ['too many words', { words: 'a'.repeat(2001) }, 'words', 'too-long'],
  ['no id', { closingId: 'x' }, 'closingId', 'is-new-id'],
  [
    'a promise of nobody',
    { promises: [{ promiseId: newId(), became: 'kept' }] },
    'promises.0.promiseId',
    'not-open',
  ],
])('refused, and nothing is closed: %s', async (_, more, path, code) => {
  expectFieldProblem(await closesStay(rosa, theo, more), path, code);
  expect(await count('enrollments', 'closed_on IS NULL')).toBe(1);
});

test('a promise is let go with a reason, handed to somebody who can take it, and named once', async () => {
  const promiseId = newId();
  await (
    await server.as(rosa)
  ).post('/api/promises', {
    promiseId,
    participantId: theo.participantId,
    words: 'Bus pass',
    dueOn: '2026-03-12',
  });
  const refused: [object[], string, string][] = [
    [[{ promiseId, became: 'let go', reason: ' ' }], 'promises.0.reason', 'missing'],
    [[{ promiseId, became: 'handed' }], 'promises.0.toId', 'missing'],
    [
      [
        { promiseId, became: 'kept' },
        { promiseId, became: 'kept' },
      ],
      'promises.1.promiseId',
      'named-twice',
    ],
  ];
  for (const [promises, path, code] of refused)
    expectFieldProblem(await closesStay(rosa, theo, { promises }), path, code);
  await server.database.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [
    dev.accountId,
    server.clock.now(),
  ]);
  const promises = [{ promiseId, became: 'handed', toId: dev.accountId }];
  expectFieldProblem(await closesStay(rosa, theo, { promises }), 'promises.0.toId', 'cannot-take-it');
});

test('somebody of another organization, out of reach or malformed is not there; a participant closes nothing', async () => {
  const summit = await aTeam(server);
  for (const stranger of [summit.rosa, summit.sam, await anAdministrator(summit.organization), dev])
    expectProblem(await closesStay(stranger, theo), 404, 'enrollment-not-found');
  expectProblem(await closesStay(rosa, { ...theo, enrollmentId: 'x' }), 404, 'enrollment-not-found');
  expectProblem(await closesStay(theo, theo), 403, 'role-not-allowed');
  expectProblem(
    await (await server.as(dev)).get(`/api/participants/${theo.participantId}/stays`),
    404,
    'participant-not-found',
  );
  expect(await count('enrollments', 'closed_on IS NULL')).toBe(1);
});
