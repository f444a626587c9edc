import { v7 as newId } from 'uuid';
import { aCheckInThatSays } from '../given/asking.js';
import { asks, takesBack, toldBy } from '../given/call.js';
import { logged } from '../given/logged.js';
import { aParticipantOf, assign, type Participant } from '../given/participant.js';
import { today } from '../given/organization.js';
import { aCoach, anAdministrator } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Words } from '../given/words.js';
import { expectFieldProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  // a Tuesday at noon in New York
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  theo = team.theo;
});

const ownCall = async (participant: Participant) =>
  (await (await server.as(participant)).get('/api/home')).body.call;
const reasonsOf = async (coach = team.rosa, participant = theo): Promise<Words[]> => {
  const { cards } = (await (await server.as(coach)).get('/api/today')).body;
  return (
    cards
      .find((card: Words) => card.participantId === participant.participantId)
      ?.reasons.filter((reason: Words) => reason.kind === 'asked to be called') ?? []
  );
};

test('a call asked for stands on the coach’s Today at once, in their words, and on Home', async () => {
  const { status, body } = await asks(theo, { about: 'My ride on Friday', bestTime: 'after 5' });
  expect(status).toBe(200);
  const call = {
    callId: expect.any(String),
    askedAt: '2026-03-10T16:00:00.000Z',
    askedOn: '2026-03-10',
    about: 'My ride on Friday',
    bestTime: 'after 5',
  };
  expect(body).toEqual({ call, whoSees: { coachNames: ['Rosa'], isOpen: true, opensAt: null } });
  expect(await reasonsOf()).toEqual([{ kind: 'asked to be called', call }]);
  expect(await ownCall(theo)).toEqual(body);
  expect(await lastInTrailOf(team.rosa)).toMatchObject({ action: 'today.opened' });
  expect(await toldBy(server, body.call.callId)).toEqual([]);
});

test('sent three times, also at the same moment, it is one', async () => {
  const callId = newId();
  const client = await server.as(theo);
  const answers = await Promise.all([1, 2, 3].map(() => client.post('/api/calls-asked-for', { callId })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map(({ body }) => body.call.callId))).toEqual(new Set([callId]));
  // and from another page, with an id of its own
  const more = await Promise.all([asks(theo), asks(theo)]);
  expect(more.map(({ body }) => body.call.callId)).toEqual([callId, callId]);
  const { rows } = await server.database.query('SELECT id FROM calls_asked_for WHERE participant_id = $1', [
    theo.participantId,
  ]);
  expect(rows).toEqual([{ id: callId }]);
});

test('asked from two pages at the same moment, one stands for both', async () => {
  const answers = await Promise.all([asks(theo), asks(theo), asks(theo)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map(({ body }) => body.call.callId)).size).toBe(1);
});

test('words said later stand with the open request; said for the same id they are refused', async () => {
  const callId = newId();
  await asks(theo, { callId });
  expect((await asks(theo, { about: 'The housing letter' })).body.call).toMatchObject({
    callId,
    about: 'The housing letter',
  });
  expect((await asks(theo)).body.call.about).toBe('The housing letter');
  const { status, body } = await asks(theo, { callId, about: 'Other words' });
  expect([status, body.code]).toEqual([409, 'call-id-taken']);
});

test.each([
  ['about', 'w'.repeat(201), 'too-long'],
  ['bestTime', 'w'.repeat(101), 'too-long'],
  ['about', 'a\0b', 'characters-not-storable'],
  ['callId', 'not an id', 'is-new-id'],
])('%s is refused when it does not fit', async (field, value, code) => {
  expectFieldProblem(await asks(theo, { [field]: value }), field, code);
});

test('taken back it is gone from Today, and taking it back twice is once', async () => {
  const { call } = (await asks(theo)).body;
  for (const turn of [1, 2]) {
    const { status, body } = await takesBack(theo, call.callId);
    expect([turn, status, body.call]).toEqual([turn, 200, null]);
  }
  expect(await reasonsOf()).toEqual([]);
  expect((await asks(theo, { callId: call.callId })).body.call).toBeNull();
  expect((await asks(theo)).body.call.callId).not.toBe(call.callId);
});

test('nobody takes back what another asked for', async () => {
  const { call } = (await asks(theo)).body;
  const lou = await aParticipantOf(team.rosa, { preferredName: 'Lou' });
  expect((await takesBack(lou, call.callId)).status).toBe(404);
  expect((await takesBack(lou, 'x')).status).toBe(404);
  expect(await reasonsOf()).toHaveLength(1);
});

test('their open Home is told when it is answered, and when it is not after all; of other contacts it is told nothing', async () => {
  const told = async (): Promise<number> => {
    const { rows } = await server.database.query('SELECT 1 FROM live_events WHERE $1 = ANY (account_ids)', [
      theo.accountId,
    ]);
    return rows.length;
  };
  await logged(team.rosa, theo);
  expect(await told()).toBe(0);
  await asks(theo);
  expect(await told()).toBe(1);
  server.clock.advance(5);
  await logged(team.rosa, theo, { outcome: 'no answer' });
  expect(await told()).toBe(1);
  const contactId = await logged(team.rosa, theo);
  expect(await told()).toBe(2);
  server.clock.advance(5);
  const another = await logged(team.rosa, theo);
  expect(await told()).toBe(2);
  const coach = await server.as(team.rosa);
  for (const [id, times] of [
    [another, 2],
    [contactId, 3],
  ] as const) {
    await coach.post(`/api/contacts/${id}/void`, { reason: 'Another Theo' }, { 'if-match': '"1"' });
    expect(await told()).toBe(times);
  }
  expect((await ownCall(theo)).call).not.toBeNull();
});

test('a two-way exchange answers it, in the same minute too; an attempt, one before and a voided one do not', async () => {
  server.clock.set('2026-03-10T16:00:30Z');
  await logged(team.rosa, theo, { occurredOn: '2026-03-10', occurredTime: '12:00' });
  server.clock.set('2026-03-10T16:00:40Z');
  await asks(theo);
  expect((await ownCall(theo)).call).not.toBeNull();
  await logged(team.rosa, theo, { outcome: 'no answer' });
  server.clock.advance(60);
  await logged(team.rosa, theo, { occurredOn: '2026-03-10', occurredTime: '09:00' });
  expect((await ownCall(theo)).call).not.toBeNull();
  server.clock.advance(1440);
  expect(await reasonsOf()).toHaveLength(1);

  const contactId = await logged(team.rosa, theo, { occurredOn: '2026-03-10', occurredTime: '12:00' });
  expect((await ownCall(theo)).call).toBeNull();
  expect(await reasonsOf()).toEqual([]);
  const voided = await (
    await server.as(team.rosa)
  ).post(`/api/contacts/${contactId}/void`, { reason: 'Another Theo' }, { 'if-match': '"1"' });
  expect(voided.status).toBe(200);
  expect(await reasonsOf()).toHaveLength(1);
});

test('of a check-in that asks and a call asked for, Today shows the newer one, once', async () => {
  await asks(theo);
  server.clock.advance(5);
  await aCheckInThatSays(theo, { wantsCall: true });
  expect((await reasonsOf()).map((reason) => Object.keys(reason))).toEqual([['kind', 'checkIn']]);
});

test('a second coach has it on their Today as well, and Home names both', async () => {
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  await assign(theo, dev, today(team.organization), 'second');
  expect((await asks(theo)).body.whoSees.coachNames).toEqual(['Rosa', 'Dev']);
  expect([await reasonsOf(team.rosa), await reasonsOf(dev)].map((each) => each.length)).toEqual([1, 1]);
});

test('out of hours it says when the organization opens next', async () => {
  // Saturday evening in New York; on Monday the clocks are an hour on
  server.clock.set('2026-03-07T23:00:00Z');
  expect((await asks(theo)).body.whoSees).toEqual({
    coachNames: ['Rosa'],
    isOpen: false,
    opensAt: '2026-03-09T13:00:00.000Z',
  });
});

test('staff read what was asked for with what became of it; out of reach it is not there', async () => {
  const { call } = (await asks(theo, { about: 'First' })).body;
  await takesBack(theo, call.callId);
  server.clock.advance(1);
  await asks(theo, { about: 'Second' });
  server.clock.advance(1);
  await logged(team.rosa, theo);
  server.clock.advance(1);
  await asks(theo, { about: 'Third' });
  server.clock.advance(1);
  await logged(team.rosa, theo, { outcome: 'no answer' });
  const path = `/api/participants/${theo.participantId}/calls-asked-for`;
  const { items } = (await (await server.as(team.rosa)).get(path)).body;
  expect(items.map(({ about, state }: Words) => [about, state])).toEqual([
    ['Third', 'open'],
    ['Second', 'answered'],
    ['First', 'withdrawn'],
  ]);
  expect(items[1].answeredAt).toBe('2026-03-10T16:02:00.000Z');
  expect(await lastInTrailOf(team.rosa)).toMatchObject({
    action: 'calls.listed',
    participant_id: theo.participantId,
  });
  const dev = await aCoach(team.organization, { name: 'Dev' });
  expect((await (await server.as(dev)).get(path)).status).toBe(404);
});

test('only a participant asks, and only supervisors see those without a coach', async () => {
  for (const person of [team.rosa, team.sam, await anAdministrator(team.organization)]) {
    const { status } = await (await server.as(person)).post('/api/calls-asked-for', { callId: newId() });
    expect(status).toBe(403);
  }
  for (const person of [theo, team.rosa])
    expect((await (await server.as(person)).get('/api/calls-asked-for/without-coach')).status).toBe(403);
});
