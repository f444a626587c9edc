import { v7 as newId } from 'uuid';
import { aTalk, ASK, feedbackWith, given, inStream, say, type Talk } from '../given/feedback.js';
import { logged } from '../given/logged.js';
import { reassign } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

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

test('thanks take one tap, with a line or without, and the contact is seen with it', async () => {
  const said = feedbackWith({ words: 'You stayed with him. Thank you.' });
  const { status, body } = await say(sam, contactId, said);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    kind: 'thanks',
    words: 'You stayed with him. Thank you.',
    by: { name: 'Sam' },
    isRead: false,
    answer: null,
    mayTakeBack: true,
  });
  expect(await inStream(sam, contactId)).toMatchObject({ isToRead: false, seen: { by: { name: 'Sam' } } });
  expect(await trailOf(team.sam)).toContainEqual(
    expect.objectContaining({
      action: 'feedback.given',
      participant_id: team.theo.participantId,
      subject_id: said.feedbackId,
    }),
  );
  await given(sam, await logged(team.rosa, team.theo));
});

test('the coach finds it in one place and beside the contact, unread until seen', async () => {
  const comment = await given(sam, contactId, { kind: 'comment', words: 'Ask about the bus next time.' });
  expect(await waiting()).toEqual({
    from: [{ accountId: team.sam.accountId, name: 'Sam' }],
    thanksCount: 0,
    commentCount: 1,
    changeCount: 0,
    toAnswerCount: 0,
  });
  const { body } = await rosa.get('/api/feedback/mine');
  expect(body.items).toMatchObject([
    {
      feedback: { feedbackId: comment, isRead: false, by: { name: 'Sam' }, mayTakeBack: false },
      contact: { contactId, participantName: 'Theo' },
    },
  ]);
  const beside = (await rosa.get(`/api/participants/${team.theo.participantId}/feedback`)).body;
  expect(beside.items).toMatchObject([{ feedbackId: comment, contactId }]);
  for (let time = 0; time < 3; time += 1)
    expect((await rosa.post('/api/feedback/read', { feedbackIds: [comment] })).body).toMatchObject({
      commentCount: 0,
      from: [],
    });
  expect((await rosa.get('/api/feedback/mine')).body.items[0].feedback.isRead).toBe(true);
});

test('sent three times it is said once; other words under its id are refused', async () => {
  const said = feedbackWith(ASK);
  for (let time = 0; time < 3; time += 1) expect((await say(sam, contactId, said)).status).toBe(201);
  expect((await rosa.get('/api/feedback/mine')).body.items).toHaveLength(1);
  // also after the contact went on
  await rosa.put(`/api/contacts/${contactId}`, { outcome: 'reached', minutes: 5 }, onVersion(1));
  expect((await say(sam, contactId, said)).status).toBe(201);
  expectProblem(await say(sam, contactId, { ...said, words: 'Other' }), 409, 'feedback-id-taken');
});

test('amended meanwhile: nothing is said, and both are shown', async () => {
  await rosa.put(`/api/contacts/${contactId}`, { outcome: 'no-show', minutes: 5 }, onVersion(1));
  const said = feedbackWith(ASK);
  const answer = await say(sam, contactId, said);
  expectProblem(answer, 412, 'version-stale');
  expect(answer.body).toMatchObject({
    current: { contact: { outcome: 'no-show', version: 2 } },
    yours: ASK,
  });
  expect((await say(sam, contactId, said, 2)).status).toBe(201);
});

test('words that are empty, too many or none are refused, and so is a voided contact', async () => {
  for (const words of [undefined, '', '  \n'])
    expectFieldProblem(await say(sam, contactId, feedbackWith({ kind: 'comment', words })), 'words', 'empty');
  expectFieldProblem(
    await say(sam, contactId, feedbackWith({ kind: 'comment', words: '🙂'.repeat(1001) })),
    'words',
    'too-long',
  );
  expect((await say(sam, contactId, feedbackWith({ words: '🙂'.repeat(1000) }))).status).toBe(201);
  expectFieldProblem(await say(sam, contactId, feedbackWith({ kind: 'praise' })), 'kind', 'not-a-choice');
  expectProblem(
    await sam.post(`/api/contacts/${contactId}/feedback`, feedbackWith()),
    428,
    'version-missing',
  );
  await rosa.post(`/api/contacts/${contactId}/void`, { reason: 'Logged twice' }, onVersion(1));
  expectProblem(await say(sam, contactId, feedbackWith(ASK), 2), 409, 'contact-already-voided');
});

test('a contact out of reach is not there, for a supervisor of another team or organization', async () => {
  const other = await aTeam(server);
  const inez = await server.as(await aSupervisor(team.organization, { name: 'Inez' }));
  for (const client of [inez, await server.as(other.sam)])
    expectProblem(await say(client, contactId, feedbackWith()), 404, 'contact-not-found');
  for (const id of [newId(), 'nonsense'])
    expectProblem(await say(sam, id, feedbackWith()), 404, 'contact-not-found');
  for (const person of [team.rosa, await anAdministrator(team.organization), team.theo])
    expectProblem(await say(await server.as(person), contactId, feedbackWith()), 403, 'role-not-allowed');
});

test('nobody but the coach who wrote the contact, and who reaches it, reads what was said', async () => {
  const asked = await given(sam, contactId, ASK);
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  await reassign(team.theo, dev);
  const devs = await server.as(dev);
  for (const client of [devs, rosa]) {
    expect((await client.get('/api/feedback/mine')).body.items).toEqual([]);
    expect((await client.get('/api/feedback/waiting')).body).toMatchObject({ toAnswerCount: 0 });
    expectProblem(
      await client.post(`/api/feedback/${asked}/decline`, { words: 'No' }),
      404,
      'feedback-not-found',
    );
  }
  expect((await devs.get(`/api/participants/${team.theo.participantId}/feedback`)).body.items).toEqual([]);
  expectProblem(
    await rosa.get(`/api/participants/${team.theo.participantId}/feedback`),
    404,
    'participant-not-found',
  );
});

test('what the coach has not seen can be taken back; what they have seen stays', async () => {
  const first = await given(sam, contactId);
  expect((await sam.post(`/api/feedback/${first}/take-back`)).status).toBe(204);
  expect((await rosa.get('/api/feedback/mine')).body.items).toEqual([]);
  const second = await given(sam, contactId);
  await rosa.post('/api/feedback/read', { feedbackIds: [second] });
  expectProblem(await sam.post(`/api/feedback/${second}/take-back`), 409, 'feedback-already-read');
});

test('it never shows on the participant’s side', async () => {
  await given(sam, contactId, { kind: 'comment', words: 'zzsecret' });
  const theo = await server.as(team.theo);
  for (const path of ['/api/home', '/api/notes', '/api/looks'])
    expect(JSON.stringify((await theo.get(path)).body)).not.toContain('zzsecret');
  expectProblem(await theo.get('/api/feedback/mine'), 403, 'role-not-allowed');
  await expect(
    server.database.query(`SET ROLE caseload_participant; SELECT 1 FROM feedback`),
  ).rejects.toThrow(/permission denied/);
  await server.database.query('RESET ROLE');
});
