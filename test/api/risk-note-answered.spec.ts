import { aTeam, type Team } from '../given/team.js';
import { aSupervisor } from '../given/staff.js';
import { onVersion, riskNoteAbout, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let coach: Client;
let supervisor: Client;
let note: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  coach = await server.as(team.rosa);
  supervisor = await server.as(team.sam);
  const raised = riskNoteAbout(team.theo, { signals: ['thoughts of suicide'], level: 'urgent' });
  expect((await coach.post('/api/risk-notes', raised)).status).toBe(201);
  note = `/api/risk-notes/${raised.riskNoteId}`;
});

const acknowledge = (words: unknown, version = 1, by = supervisor) =>
  by.post(`${note}/acknowledge`, { words }, onVersion(version));
const resolve = (words: unknown, version = 1, by = supervisor) =>
  by.post(`${note}/resolve`, { words }, onVersion(version));

test('acknowledged, then resolved: who, when and in which words, and the coach sees both', async () => {
  server.clock.advance(4);
  expect((await acknowledge('I am calling him now.')).body).toMatchObject({ version: 2, resolved: null });
  server.clock.advance(5);
  const { status, body } = await resolve('Safe at his sister’s.', 2);
  expect(status).toBe(200);
  const by = { accountId: team.sam.accountId, name: 'Sam' };
  expect(body).toMatchObject({
    acknowledged: { at: '2026-03-10T16:04:00.000Z', by, words: 'I am calling him now.' },
    resolved: { at: '2026-03-10T16:09:00.000Z', by, words: 'Safe at his sister’s.' },
    answerBy: null,
    version: 3,
  });
  expect((await coach.get(note)).body).toEqual(body);
  expect((await coach.get('/api/risk-notes')).body.items).toEqual([]);
  expect((await coach.get('/api/risk-notes?state=resolved')).body.items).toEqual([body]);
  expect((await coach.get('/api/caseload')).body.items[0].openRiskNote).toBeNull();
});

test('acknowledged it is still open, no longer waits for an answer, and the list says so', async () => {
  await acknowledge('Seen.');
  expect((await coach.get('/api/risk-notes')).body.items).toMatchObject([{ answerBy: null, resolved: null }]);
  expect((await coach.get('/api/caseload')).body.items[0].openRiskNote).toMatchObject({
    isAcknowledged: true,
  });
});

test('the standing follows: due today while it is open, as before once resolved the day after', async () => {
  const standing = async (): Promise<Words> => (await coach.get('/api/caseload')).body.items[0].standing;
  const contact = {
    contactId: note.split('/').at(-1),
    participantId: team.theo.participantId,
    outcome: 'reached',
  };
  await coach.post('/api/contacts', contact);
  server.clock.set('2026-03-11T16:00:00Z');
  [coach, supervisor] = [await server.as(team.rosa), await server.as(team.sam)];
  expect(await standing()).toMatchObject({
    is: 'due',
    dueOn: '2026-03-11',
    cadence: { kind: 'urgent note' },
  });
  server.clock.set('2026-03-10T17:00:00Z');
  [coach, supervisor] = [await server.as(team.rosa), await server.as(team.sam)];
  await resolve('Safe.');
  server.clock.set('2026-03-11T16:00:00Z');
  coach = await server.as(team.rosa);
  expect(await standing()).toMatchObject({
    is: 'on track',
    dueOn: '2026-03-17',
    cadence: { kind: 'agreed' },
  });
});

test('answered once: a second time is a conflict that names who was first', async () => {
  await acknowledge('Seen.');
  const again = await acknowledge('Me too.', 2);
  expectProblem(again, 409, 'risk-note-already-acknowledged');
  expect(again.body.detail).toMatch(/Sam/);
  await resolve('Safe.', 2);
  expectProblem(await resolve('Safe, again.', 3), 409, 'risk-note-already-resolved');
  expectProblem(await acknowledge('Seen, late.', 3), 409, 'risk-note-already-resolved');
  expect((await coach.get(note)).body).toMatchObject({ version: 3, acknowledged: { words: 'Seen.' } });
});

test('two supervisors resolve at once: one stands, the other hears both, and nothing is overwritten', async () => {
  await acknowledge('Seen.');
  const both = await Promise.all([resolve('One.', 2), resolve('Other.', 2)]);
  const [one, other] = both.sort((a, b) => a.status - b.status);
  expect(one!.status).toBe(200);
  expect([409, 412]).toContain(other!.status);
  if (other!.status === 412) expect(other!.body.current.resolved.words).toBe(one!.body.resolved.words);
  expect((await coach.get(note)).body).toEqual(one!.body);
});

test('an answer to an old version gives both versions', async () => {
  await acknowledge('Seen.');
  const answer = await resolve('Safe.', 1);
  expectProblem(answer, 412, 'version-stale');
  expect(answer.body).toMatchObject({
    current: { version: 2, acknowledged: { words: 'Seen.' } },
    yours: { words: 'Safe.' },
  });
  expectProblem(await supervisor.post(`${note}/resolve`, { words: 'Safe.' }), 428, 'version-missing');
});

test.each([undefined, '', '  \n', 5])('an answer takes words: %j', async (words) => {
  expectProblem(await acknowledge(words), 422, 'input-invalid');
  expectProblem(await resolve(words), 422, 'input-invalid');
  expect((await coach.get(note)).body).toMatchObject({ version: 1, acknowledged: null, resolved: null });
});

test('words of an answer are kept byte for byte, and too many are refused', async () => {
  const words = '👩‍👩‍👧 שלום \u200b\n  ok ';
  expect((await acknowledge(words)).body.acknowledged.words).toBe(words);
  expectFieldProblem(await resolve('x'.repeat(100_000), 2), 'words', 'too-long');
});

test('a coach does not answer, nor a supervisor of another team', async () => {
  expectProblem(await acknowledge('Mine.', 1, coach), 403, 'role-not-allowed');
  expectProblem(await resolve('Mine.', 1, coach), 403, 'role-not-allowed');
  const noor = await server.as(await aSupervisor(team.organization, { name: 'Noor' }));
  expectProblem(await acknowledge('Hers.', 1, noor), 404, 'risk-note-not-found');
  expect((await coach.get(note)).body.version).toBe(1);
});
