import { aNote, onCall, ring, toldOf } from '../given/answering.js';
import { anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, riskNoteWith } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let inez: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  // a Tuesday noon in New York
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  inez = await aSupervisor(team.organization, { name: 'Inez' });
  await anAdministrator(team.organization);
});

const answer = async (by: Person, note: string, version = 1) =>
  (await server.as(by)).post(`/api/risk-notes/${note}/acknowledge`, { words: 'Seen.' }, onVersion(version));

test('an urgent note goes up the ladder: own supervisor, on call, administrators, each told once', async () => {
  await onCall(inez);
  const note = await aNote(team);
  expect(await toldOf(team, note)).toEqual(['Sam, own supervisor']);
  server.clock.advance(59);
  await ring(server);
  expect(await toldOf(team, note)).toHaveLength(1);
  server.clock.advance(1);
  await ring(server);
  await ring(server);
  expect(await toldOf(team, note)).toEqual(['Sam, own supervisor', 'Inez, on call']);
  server.clock.advance(59);
  await ring(server);
  expect(await toldOf(team, note)).toHaveLength(2);
  server.clock.advance(1);
  await ring(server);
  server.clock.advance(10_000);
  await ring(server);
  expect(await toldOf(team, note)).toEqual(['Sam, own supervisor', 'Inez, on call', 'Ada, administrator']);
});

test('with nobody on call every supervisor is told, and none whose account is disabled', async () => {
  await aSupervisor(team.organization, { name: 'Noor' });
  const gone = await aSupervisor(team.organization, { name: 'Gone' });
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [gone.accountId]);
  const note = await aNote(team);
  server.clock.advance(60);
  await ring(server);
  expect(await toldOf(team, note)).toEqual([
    'Sam, own supervisor',
    'Inez, every supervisor',
    'Noor, every supervisor',
  ]);
});

test('raised at night it is told to whoever is on call at once', async () => {
  await onCall(inez);
  server.clock.set('2026-03-11T02:00:00Z');
  expect(await toldOf(team, await aNote(team))).toEqual(['Inez, on call', 'Sam, own supervisor']);
  expect(await toldOf(team, await aNote(team, 'concern'))).toEqual(['Sam, own supervisor']);
});

test('who is on call is whoever it is when the clock rings', async () => {
  await onCall(inez);
  const note = await aNote(team);
  await onCall(await aSupervisor(team.organization, { name: 'Noor' }));
  server.clock.advance(60);
  await ring(server);
  expect(await toldOf(team, note)).toEqual(['Sam, own supervisor', 'Noor, on call']);
});

test('an answer just before the ring stops it; the same moment, either stands, and nobody is told twice', async () => {
  const note = await aNote(team);
  server.clock.advance(60);
  expect((await answer(team.sam, note)).status).toBe(200);
  await ring(server);
  expect(await toldOf(team, note)).toEqual(['Sam, own supervisor']);

  const other = await aNote(team);
  server.clock.advance(60);
  const [answered] = await Promise.all([answer(team.sam, other), ring(server)]);
  expect(answered.status).toBe(200);
  const told = await toldOf(team, other);
  expect([1, 2]).toContain(told.length);
  server.clock.advance(10_000);
  await ring(server);
  expect(await toldOf(team, other)).toEqual(told);
});

test('resolved without being acknowledged, it rings no more', async () => {
  const note = await aNote(team);
  const sam = await server.as(team.sam);
  expect((await sam.post(`/api/risk-notes/${note}/resolve`, { words: 'Safe.' }, onVersion(1))).status).toBe(
    200,
  );
  server.clock.advance(10_000);
  await ring(server);
  expect(await toldOf(team, note)).toEqual(['Sam, own supervisor']);
});

test('after hours without any process each step is told in turn, and given its time again', async () => {
  const note = await aNote(team);
  server.clock.advance(300);
  await ring(server);
  expect(await toldOf(team, note)).toEqual(['Sam, own supervisor', 'Inez, every supervisor']);
  server.clock.advance(59);
  await ring(server);
  expect(await toldOf(team, note)).toHaveLength(2);
  server.clock.advance(1);
  await ring(server);
  expect(await toldOf(team, note)).toHaveLength(3);
});

test('a concern is answered by closing time of the next working day, over a clock change', async () => {
  server.clock.set('2026-03-06T20:00:00Z');
  const note = await aNote(team, 'concern');
  const seen = await (await server.as(team.sam)).get(`/api/risk-notes/${note}`);
  // Friday 15:00 to Monday 17:00, and the clocks went forward on Sunday
  expect(seen.body.answerBy).toBe('2026-03-09T21:00:00.000Z');
  server.clock.set('2026-03-09T20:59:00Z');
  await ring(server);
  expect(await toldOf(team, note)).toHaveLength(1);
  server.clock.set('2026-03-09T21:00:00Z');
  await ring(server);
  expect(await toldOf(team, note)).toHaveLength(2);
  server.clock.set('2026-03-10T21:00:00Z');
  await ring(server);
  expect(await toldOf(team, note)).toHaveLength(3);
});

test('a note in the form of a contact has its clock, and sent again it has one still', async () => {
  const rosa = await server.as(team.rosa);
  const riskNote = riskNoteWith({ level: 'urgent' });
  const contact = contactWith(team.theo, { riskNote });
  for (const status of [201, 201]) expect((await rosa.post('/api/contacts', contact)).status).toBe(status);
  server.clock.advance(60);
  await ring(server);
  expect(await toldOf(team, riskNote.riskNoteId)).toHaveLength(2);
});

test('late or in time is told by when it was due', async () => {
  const note = await aNote(team);
  server.clock.advance(75);
  const { body } = await answer(team.sam, note);
  expect(body).toMatchObject({
    dueAt: '2026-03-10T17:00:00.000Z',
    answerBy: null,
    acknowledged: { at: '2026-03-10T17:15:00.000Z' },
  });
});
