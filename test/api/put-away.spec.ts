import { v7 as newId } from 'uuid';
import { aCheckInThatSays } from '../given/asking.js';
import { logged, raised } from '../given/logged.js';
import { today, type Organization } from '../given/organization.js';
import { aParticipantOf, assign, reassign, type Participant } from '../given/participant.js';
import { aWindowOf } from '../given/record.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import { aTeam } from '../given/team.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let rosa: Person;
let sam: Person;
/** Overdue since three weeks. */
let theo: Participant;
let rosas: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  ({ organization: harbor, rosa, sam, theo } = await aTeam(server, { theo: { enrolledOn: '2026-02-10' } }));
  rosas = await server.as(rosa);
});

const word = (more: object = {}) => ({
  putAwayId: newId(),
  participantId: theo.participantId,
  because: 'He works nights this week',
  untilOn: today(harbor, 3),
  ...more,
});
const putAway = (more: object = {}): Promise<Answer> => rosas.post('/api/put-aways', word(more));

/** How many cards, and what is put away. */
async function shown(by = rosas): Promise<[number, string[]]> {
  const { body } = await by.get('/api/today');
  return [body.cards.length, body.putAway.map((each: { because: string }) => each.because)];
}

test('the card goes, the words stay readable, and on the chosen day it is back', async () => {
  const asked = word();
  const { status, body } = await rosas.post('/api/put-aways', asked);
  expect([status, body]).toEqual([
    201,
    { ...asked, reasonKind: 'overdue', madeAt: server.clock.now().toISOString(), isUndone: false },
  ]);
  expect(await shown()).toEqual([0, ['He works nights this week']]);
  server.clock.advance(2 * 1440);
  expect(await shown(await server.as(rosa))).toEqual([0, ['He works nights this week']]);
  server.clock.advance(1440);
  rosas = await server.as(rosa);
  expect(await shown()).toEqual([1, []]);
});

test('undone, the card is back at once; done again it is still back', async () => {
  const { body } = await putAway();
  const undo = () => rosas.post(`/api/put-aways/${body.putAwayId}/undo`);
  expect((await undo()).body.isUndone).toBe(true);
  expect(await shown()).toEqual([1, []]);
  expect((await undo()).status).toBe(200);
  expect(await lastInTrailOf(rosa)).toMatchObject({ participant_ids: null, action: 'today.brought-back' });
});

test('put away twice and undone once, the card is back', async () => {
  const first = await putAway();
  await putAway({ because: 'Later still', untilOn: today(harbor, 5) });
  expect(await shown()).toEqual([0, ['Later still']]);
  await rosas.post(`/api/put-aways/${first.body.putAwayId}/undo`);
  expect(await shown()).toEqual([1, []]);
});

test('a stronger reason brings it back; a weaker one does not', async () => {
  await putAway();
  await aCheckInThatSays(theo, { mood: 'struggling' });
  expect(await shown()).toEqual([1, []]);
});

test('put away for a check-in, it comes back with a new one and not with the old', async () => {
  await aCheckInThatSays(theo, { mood: 'struggling' });
  server.clock.advance(1);
  expect((await putAway()).body.reasonKind).toBe('check-in to answer');
  expect((await shown())[0]).toBe(0);
  server.clock.advance(1);
  await aCheckInThatSays(theo, { cravings: 9 });
  expect((await shown())[0]).toBe(1);
});

test('a window is stronger than overdue', async () => {
  await putAway();
  await aWindowOf(theo, { beganOn: today(harbor) });
  expect((await shown())[0]).toBe(1);
});

test('an urgent note is not put away, and brings back what was', async () => {
  await putAway();
  await raised(rosa, theo, { level: 'urgent' });
  expect(await shown()).toEqual([1, []]);
  const refused = await putAway();
  expectProblem(refused, 409, 'urgent-note-not-put-away');
  expect(refused.body.detail).toContain('Theo');
});

test('where nothing asks any more there is nothing to put away', async () => {
  await logged(rosa, theo);
  expectProblem(await putAway(), 409, 'card-gone');
});

test.each([
  ['because', { because: ' ' }, 'empty'],
  ['because', { because: 'x'.repeat(501) }, 'tooLong'],
  ['untilOn', { untilOn: '2026-03-10' }, 'in-the-past'],
  ['untilOn', { untilOn: '2026-03-25' }, 'too-far'],
  ['untilOn', { untilOn: '2026-02-30' }, 'isDay'],
  ['putAwayId', { putAwayId: 'x' }, 'isNewId'],
])('refuses a wrong %s: %j', async (path, more, code) => {
  const answer = await putAway(more);
  expect(answer.body.fields?.map((field: { path: string }) => field.path)).toEqual([path]);
  expectProblem(answer, 422, 'input-invalid');
  if (code.includes('-')) expectFieldProblem(answer, path, code);
});

test('the last day there is: in two weeks', async () => {
  expect((await putAway({ untilOn: '2026-03-24' })).status).toBe(201);
});

test('sent twice it is one; the same id with other words is refused', async () => {
  const asked = word();
  const [first, second] = [
    await rosas.post('/api/put-aways', asked),
    await rosas.post('/api/put-aways', asked),
  ];
  expect(second.body).toEqual(first.body);
  expectProblem(await rosas.post('/api/put-aways', { ...asked, because: 'Other' }), 409, 'put-away-id-taken');
});

test('it hides the card from nobody else: the second coach still has it, and a new coach begins anew', async () => {
  const dev = await aCoach(harbor, { name: 'Dev', supervisor: sam });
  await assign(theo, dev, today(harbor), 'second');
  const { body } = await putAway();
  const devs = await server.as(dev);
  expect(await shown(devs)).toEqual([1, []]);
  expectProblem(await devs.post(`/api/put-aways/${body.putAwayId}/undo`), 404, 'put-away-not-found');
  const june = await aCoach(harbor, { name: 'June' });
  await reassign(theo, june);
  expect(await shown(await server.as(june))).toEqual([1, []]);
  expect(await shown()).toEqual([0, []]);
  expectProblem(await rosas.post(`/api/put-aways/${body.putAwayId}/undo`), 404, 'participant-not-found');
});

test('another coach’s participant is none at all, whatever else is wrong', async () => {
  const dev = await aCoach(harbor, { name: 'Dev' });
  const mina = await aParticipantOf(dev);
  for (const participantId of [mina.participantId, newId(), 'nobody'])
    expectProblem(await putAway({ participantId, untilOn: '2026-01-01' }), 404, 'participant-not-found');
  expectProblem(await rosas.post('/api/put-aways/nothing/undo'), 404, 'put-away-not-found');
});

test('only coaches put away', async () => {
  for (const person of [sam, await anAdministrator(harbor), theo]) {
    const client = await server.as(person);
    expectProblem(await client.post('/api/put-aways', word()), 403, 'role-not-allowed');
    expectProblem(await client.post(`/api/put-aways/${newId()}/undo`), 403, 'role-not-allowed');
  }
});

test('the trail says who put whom away', async () => {
  const { body } = await putAway();
  expect(await lastInTrailOf(rosa)).toMatchObject({
    action: 'today.put-away',
    participant_id: theo.participantId,
    subject_id: body.putAwayId,
  });
});
