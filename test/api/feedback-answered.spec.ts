import { v7 as newId } from 'uuid';
import { aTalk, ASK, feedbackWith, given, inStream, say, type Talk } from '../given/feedback.js';
import { logged } from '../given/logged.js';
import { aSupervisor } from '../given/staff.js';
import { type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let sam: Client;
let rosa: Client;
let contactId: string;
let waiting: Talk['waiting'];

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ team, sam, rosa, contactId, waiting } = await aTalk(server));
});

test('an asked change is answered by amending, and stands in the stream again', async () => {
  await given(sam, contactId, ASK);
  expect(await waiting()).toMatchObject({ changeCount: 1, toAnswerCount: 1 });
  await rosa.put(`/api/contacts/${contactId}`, { outcome: 'reached', minutes: 25 }, onVersion(1));
  expect(await waiting()).toMatchObject({ changeCount: 0, toAnswerCount: 0 });
  expect(await inStream(sam, contactId)).toMatchObject({
    isToRead: true,
    isChangedSinceSeen: true,
    askedBecause: expect.any(String),
    feedback: [{ kind: 'change', answer: { as: 'changed', at: '2026-03-10T16:00:00.000Z' } }],
  });
  // and may be asked again
  await given(sam, contactId, ASK, 2);
});

test('after the day in which it can be amended, what the coach adds answers it; so does voiding', async () => {
  await given(sam, contactId, ASK);
  server.clock.advance(25 * 60);
  [sam, rosa] = [await server.as(team.sam), await server.as(team.rosa)];
  const addendum = { addendumId: newId(), words: 'It took twenty minutes.', isShared: false };
  expect((await rosa.post(`/api/contacts/${contactId}/addenda`, addendum)).status).toBe(201);
  expect((await inStream(sam, contactId))?.feedback).toMatchObject([{ answer: { as: 'added' } }]);
  const other = await logged(team.rosa, team.theo);
  await given(sam, other, ASK);
  await rosa.post(`/api/contacts/${other}/void`, { reason: 'Not him' }, onVersion(1));
  expect((await inStream(sam, other))?.feedback).toMatchObject([{ answer: { as: 'voided' } }]);
});

test('a word of the supervisor’s own under the contact answers nothing', async () => {
  await given(sam, contactId, ASK);
  const addendum = { addendumId: newId(), words: 'Waiting for this.', isShared: false };
  await sam.post(`/api/contacts/${contactId}/addenda`, addendum);
  expect(await waiting()).toMatchObject({ toAnswerCount: 1 });
});

test('the coach says why not, once; the same words again change nothing, others are refused', async () => {
  const asked = await given(sam, contactId, ASK);
  expectFieldProblem(await rosa.post(`/api/feedback/${asked}/decline`, { words: ' ' }), 'words', 'empty');
  const why = { words: 'He asked me not to write that down.' };
  for (let time = 0; time < 3; time += 1) {
    const { status, body } = await rosa.post(`/api/feedback/${asked}/decline`, why);
    expect([status, body.answer]).toMatchObject([200, { as: 'declined', ...why }]);
  }
  expectProblem(
    await rosa.post(`/api/feedback/${asked}/decline`, { words: 'Other' }),
    409,
    'feedback-already-answered',
  );
  expect(await inStream(sam, contactId)).toMatchObject({ isToRead: true, feedback: [{ answer: why }] });
  const thanks = await given(sam, contactId);
  expectProblem(await rosa.post(`/api/feedback/${thanks}/decline`, why), 409, 'feedback-asks-nothing');
});

test('an answer and an amend at one moment: one of them answers it', async () => {
  const asked = await given(sam, contactId, ASK);
  const [declined, amended] = await Promise.all([
    rosa.post(`/api/feedback/${asked}/decline`, { words: 'No' }),
    rosa.put(`/api/contacts/${contactId}`, { outcome: 'reached', minutes: 5 }, onVersion(1)),
  ]);
  expect(amended.status).toBe(200);
  const { feedback } = (await inStream(sam, contactId))!;
  expect(feedback[0]?.answer?.as).toBe(declined.status === 200 ? 'declined' : 'changed');
});

test('two changes asked for at once: one stands, the other is told', async () => {
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await server.database.query('UPDATE coaches SET supervisor_id = $2 WHERE id = $1', [
    team.rosa.accountId,
    inez.accountId,
  ]);
  const inezs = await server.as(inez);
  const answers = await Promise.all([
    say(inezs, contactId, feedbackWith(ASK)),
    say(inezs, contactId, feedbackWith(ASK)),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expectProblem(
    answers.find(({ status }) => status === 409)!,
    409,
    'one-asked-change-at-a-time',
  );
  await given(inezs, contactId);
  expectProblem(await say(inezs, contactId, feedbackWith()), 409, 'thanked-once');
});

test('a coach who changed teams in between answers the supervisor they have now', async () => {
  const asked = await given(sam, contactId, ASK);
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await server.database.query('UPDATE coaches SET supervisor_id = $2 WHERE id = $1', [
    team.rosa.accountId,
    inez.accountId,
  ]);
  expectProblem(await say(sam, contactId, feedbackWith()), 404, 'contact-not-found');
  expectProblem(await sam.post(`/api/feedback/${asked}/take-back`), 404, 'feedback-not-found');
  await rosa.post(`/api/feedback/${asked}/decline`, { words: 'He would rather not.' });
  const line = await inStream(await server.as(inez), contactId);
  expect(line).toMatchObject({
    isToRead: true,
    feedback: [{ by: { name: 'Sam' }, answer: { words: 'He would rather not.' } }],
  });
});
