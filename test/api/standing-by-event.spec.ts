import { today } from '../given/organization.js';
import { aParticipantOf, closeEnrollment, reassign } from '../given/participant.js';
import { aCheckInOf, aPauseOf } from '../given/record.js';
import { aCoach } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, riskNoteAbout, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let coach: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** On 10 March: enrolled on 1 February, agreed on every 7 days, unless the test says otherwise. */
async function begin(theo: Words = {}): Promise<void> {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01', ...theo } });
  coach = await server.as(team.rosa);
}

async function log(occurredOn: string, words: Words = {}): Promise<string> {
  const contact = contactWith(team.theo, { occurredOn, ...words });
  expect((await coach.post('/api/contacts', contact)).status).toBe(201);
  return `/api/contacts/${contact.contactId}`;
}

async function standing(): Promise<Words> {
  const { body } = await coach.get('/api/caseload');
  expect(body.items).toHaveLength(1);
  expect(body.counts[body.items[0].standing.is]).toBe(1);
  return body.items[0].standing;
}

test('never reached and not yet due is new, and counts from the enrollment day', async () => {
  await begin({ enrolledOn: '2026-03-05' });
  expect(await standing()).toMatchObject({ is: 'new', lastReachedOn: null, dueOn: '2026-03-12' });
});

test('never reached and past due is overdue, not new', async () => {
  await begin({ enrolledOn: '2026-03-01' });
  expect(await standing()).toMatchObject({ is: 'overdue', lastReachedOn: null, dueOn: '2026-03-08' });
});

test('only a draft is nothing', async () => {
  await begin({ enrolledOn: '2026-03-05' });
  const contact = contactWith(team.theo);
  await coach.put(`/api/drafts/${contact.contactId}`, {
    participantId: team.theo.participantId,
    body: contact,
  });
  expect(await standing()).toMatchObject({ is: 'new', lastReachedOn: null, attemptDayCount: 0 });
});

test('only attempts reach nobody: three on different days past due are out of touch, twice on one day is one', async () => {
  await begin({ enrolledOn: '2026-03-01' });
  await log('2026-03-08', { outcome: 'no answer' });
  await log('2026-03-08', { outcome: 'left message' });
  await log('2026-03-09', { outcome: 'wrong number' });
  expect(await standing()).toMatchObject({ is: 'overdue', lastReachedOn: null, attemptDayCount: 2 });
  await log('2026-03-10', { outcome: 'no-show' });
  expect(await standing()).toMatchObject({
    is: 'out of touch',
    outOfTouchBy: 'attempts',
    attemptDayCount: 3,
  });
});

test('two contacts on one participant are one person on the list, last reached on the later day', async () => {
  await begin();
  await log('2026-03-09');
  await log('2026-03-04');
  await log('2026-03-09', { outcome: 'no answer' });
  expect(await standing()).toMatchObject({ is: 'on track', lastReachedOn: '2026-03-09', attemptDayCount: 0 });
});

test('an older contact entered after a newer one moves nothing', async () => {
  await begin();
  await log('2026-03-09');
  await log('2026-02-20');
  expect(await standing()).toMatchObject({ is: 'on track', lastReachedOn: '2026-03-09' });
});

test('a voided latest contact gives way to the one before it', async () => {
  await begin();
  await log('2026-03-03');
  await log('2026-03-05', { outcome: 'no answer' });
  const latest = await log('2026-03-09');
  await coach.post(`${latest}/void`, { reason: 'Logged twice' }, onVersion(1));
  expect(await standing()).toMatchObject({ is: 'due', lastReachedOn: '2026-03-03', attemptDayCount: 1 });
});

test('a contact from before the enrollment is kept and moves no standing', async () => {
  await begin({ enrolledOn: '2026-03-05' });
  await log('2026-03-04');
  expect(await standing()).toMatchObject({ is: 'new', lastReachedOn: null });
  const { body } = await coach.get(`/api/participants/${team.theo.participantId}/timeline`);
  expect(body.items).toMatchObject([{ kind: 'contact', on: '2026-03-04' }]);
});

test('an urgent note on someone reached three days ago makes them due today, not out of touch', async () => {
  await begin();
  await log('2026-03-07');
  await log('2026-03-08', { outcome: 'no answer' });
  const note = riskNoteAbout(team.theo, { signals: ['thoughts of suicide'], level: 'urgent' });
  await coach.post('/api/risk-notes', note);
  expect(await standing()).toMatchObject({
    is: 'due',
    dueOn: '2026-03-10',
    lastReachedOn: '2026-03-07',
    cadence: { kind: 'urgent note', days: 1 },
  });
});

test('a check-in is no contact: its day shows, and keeps someone long overdue from being out of touch', async () => {
  await begin({ enrolledOn: '2026-02-01' });
  expect(await standing()).toMatchObject({ is: 'out of touch', outOfTouchBy: 'time' });
  await aCheckInOf(team.theo, '2026-03-08');
  expect(await standing()).toMatchObject({ is: 'overdue', lastReachedOn: null, lastCheckInOn: '2026-03-08' });
});

test('a wish for quiet pauses, an urgent note suspends it, and resolving gives it back', async () => {
  await begin();
  await log('2026-03-01');
  await aPauseOf(team.theo, { fromOn: '2026-03-02', throughOn: '2026-03-20' });
  expect(await standing()).toMatchObject({
    is: 'paused',
    pausedThroughOn: '2026-03-20',
    pauseReason: 'wish',
  });
  const note = riskNoteAbout(team.theo, { signals: ['thoughts of suicide'], level: 'urgent' });
  await coach.post('/api/risk-notes', note);
  expect(await standing()).toMatchObject({ is: 'due', pausedThroughOn: null });
  const sam = await server.as(team.sam);
  await sam.post(`/api/risk-notes/${note.riskNoteId}/resolve`, { words: 'Safe at home.' }, onVersion(1));
  expect(await standing()).toMatchObject({ is: 'paused', dueOn: '2026-03-21' });
});

test('reassigned today: on the new coach’s list with the same standing, and on the other’s no more', async () => {
  await begin();
  await log('2026-03-09');
  const before = await standing();
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  await reassign(team.theo, dev);
  expect((await coach.get('/api/caseload')).body.items).toEqual([]);
  expect((await coach.get(`/api/participants/${team.theo.participantId}`)).status).toBe(404);
  const { body } = await (await server.as(dev)).get('/api/caseload');
  expect(body.items).toMatchObject([{ participantId: team.theo.participantId, standing: before }]);
});

test('a closed enrollment is in nobody’s list, and what happened stays on the page', async () => {
  await begin();
  await log('2026-03-09');
  const mina = await aParticipantOf(team.rosa, { preferredName: 'Mina' });
  await closeEnrollment(team.theo, today(team.organization));
  const { body } = await coach.get('/api/caseload');
  expect(body.items).toMatchObject([{ participantId: mina.participantId }]);
  expect(body.counts).toEqual({ new: 1, 'on track': 0, due: 0, overdue: 0, 'out of touch': 0, paused: 0 });
  const page = await coach.get(`/api/participants/${team.theo.participantId}`);
  expect(page.body.enrollments).toMatchObject([{ closedOn: '2026-03-10', standing: null }]);
});
