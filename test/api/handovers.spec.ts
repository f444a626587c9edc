import { v7 as newId } from 'uuid';
import { aGoalOf } from '../given/goal.js';
import { handedOver, handoverOf, pageOf } from '../given/handover.js';
import { logged } from '../given/logged.js';
import { reassign } from '../given/participant.js';
import { aCoach, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let dev: Person;
let sams: Client;
let rosas: Client;
let devs: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  [sams, rosas, devs] = [await server.as(team.sam), await server.as(team.rosa), await server.as(dev)];
});

const promise = async (words: string, dueOn = '2026-03-12'): Promise<string> => {
  const promiseId = newId();
  const { participantId } = team.theo;
  expect((await rosas.post('/api/promises', { promiseId, participantId, words, dueOn })).status).toBe(201);
  return promiseId;
};
const plan = async (): Promise<string> => {
  const plannedContactId = newId();
  const { participantId } = team.theo;
  const sent = {
    plannedContactId,
    participantId,
    plannedOn: '2026-03-13',
    plannedTime: '14:00',
    way: 'phone',
  };
  expect((await rosas.post('/api/planned-contacts', sent)).status).toBe(201);
  return plannedContactId;
};
const listOf = async (who: Client): Promise<Words[]> => (await who.get('/api/handovers')).body.items;

test('handed over, they are the next coach’s at once, with the promises and the next contact', async () => {
  const promiseId = await promise('Bring the bus plan');
  const plannedContactId = await plan();
  const sent = handoverOf(team.theo, dev, { line: 'Call after four, never before.' });
  const { status, body } = await sams.post('/api/handovers', sent);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    handoverId: sent.handoverId,
    participantName: 'Theo',
    from: { name: 'Rosa' },
    to: { name: 'Dev' },
    state: 'waiting',
    line: { words: 'Call after four, never before.', by: { name: 'Sam' } },
    acceptBy: '2026-03-12T21:00:00.000Z',
    isLate: false,
    mayUndo: true,
    mayAccept: false,
  });
  expect(await lastInTrailOf(team.sam)).toMatchObject({
    action: 'handover.made',
    subject_id: sent.handoverId,
  });
  expectProblem(
    await rosas.get(`/api/participants/${team.theo.participantId}`),
    404,
    'participant-not-found',
  );
  const { open } = (await devs.get(`/api/participants/${team.theo.participantId}/promises`)).body;
  expect(open).toMatchObject([{ promiseId, coach: { name: 'Dev' } }]);
  const page = (await pageOf(devs, sent.handoverId)).body;
  expect(page.record.nextContact).toMatchObject({ plannedContactId, coachName: 'Dev' });
  expect(page.moved).toMatchObject([
    { kind: 'promise', subjectId: promiseId, words: 'Bring the bus plan', byName: 'Rosa', isOpen: true },
    { kind: 'planned contact', subjectId: plannedContactId, onDay: '2026-03-13', atTime: '14:00' },
  ]);
});

test('the page says by itself how to reach them, what matters, goals, windows and notes, for whoever has them now', async () => {
  const { participantId } = team.theo;
  const way = {
    wayToReachId: newId(),
    kind: 'phone',
    value: '(312) 555-0142',
    whyNot: 'His brother reads it',
  };
  const safe = {
    mayCall: true,
    mayVoicemail: false,
    mayText: false,
    maySayWho: false,
    bestHours: 'after four',
  };
  expect(
    (await rosas.post(`/api/participants/${participantId}/ways-to-reach`, { ...way, ...safe })).status,
  ).toBe(201);
  const { goalId } = await aGoalOf(team.theo, { sentence: 'See my daughter on Sundays' });
  const windowId = newId();
  const event = { windowId, event: 'release', beganOn: '2026-03-08' };
  expect((await rosas.post(`/api/participants/${participantId}/windows`, event)).status).toBe(201);
  const id = await handedOver(sams, team.theo, dev);
  const { record } = (await pageOf(devs, id)).body;
  expect(record).toMatchObject({
    participant: { preferredName: 'Theo', primaryCoach: { name: 'Dev' } },
    waysToReach: [{ value: '(312) 555-0142', mayCall: true, mayVoicemail: false, bestHours: 'after four' }],
    goals: [{ goalId, sentence: 'See my daughter on Sundays' }],
    windows: [{ windowId, event: 'release' }],
    recoveryDays: null,
  });
  expect(await lastInTrailOf(dev)).toMatchObject({
    action: 'handover.opened',
    participant_id: participantId,
  });
});

test('the coach before sees what went along and the line, and nothing of the record', async () => {
  await promise('Bring the bus plan');
  const id = await handedOver(sams, team.theo, dev);
  const page = (await pageOf(rosas, id)).body;
  expect(page).toMatchObject({
    handover: { participantName: 'Theo', state: 'waiting', mayWriteLine: true, mayAccept: false },
    moved: [{ words: 'Bring the bus plan' }],
    record: null,
  });
  const line = { line: 'He laughs at bad puns.' };
  const written = await rosas.put(`/api/handovers/${id}/line`, line, { 'if-match': '"1"' });
  expect(written.body.line).toMatchObject({ words: line.line, by: { name: 'Rosa' } });
  expect((await pageOf(devs, id)).body.handover.line).toMatchObject({ words: line.line });
});

test('accepting says that it was read, thrice as once, and the supervisor sees it', async () => {
  const id = await handedOver(sams, team.theo, dev);
  for (let time = 0; time < 3; time += 1)
    expect((await devs.post(`/api/handovers/${id}/accept`)).body).toMatchObject({
      state: 'accepted',
      version: 2,
    });
  expect((await trailOf(dev)).filter(({ action }) => action === 'handover.accepted')).toHaveLength(1);
  expect(await listOf(sams)).toMatchObject([{ state: 'accepted', acceptedAt: '2026-03-10T16:00:00.000Z' }]);
  expectProblem(
    await rosas.put(`/api/handovers/${id}/line`, { line: 'Late' }, { 'if-match': '"2"' }),
    409,
    'handover-already-accepted',
  );
});

test('not accepted for two working days, it is late', async () => {
  await handedOver(sams, team.theo, dev);
  server.clock.set('2026-03-12T20:59:00Z');
  expect(await listOf(await server.as(team.sam))).toMatchObject([{ isLate: false }]);
  server.clock.set('2026-03-12T21:01:00Z');
  expect(await listOf(await server.as(team.sam))).toMatchObject([{ isLate: true, state: 'waiting' }]);
});

test('what was done stays with who did it: contacts and kept promises', async () => {
  const kept = await promise('Call the landlord');
  const contactId = await logged(team.rosa, team.theo);
  await rosas.post(`/api/promises/${kept}/keep`, {}, { 'if-match': '"1"' });
  const open = await promise('Bring the form');
  await handedOver(sams, team.theo, dev);
  expect((await sams.get(`/api/contacts/${contactId}`)).body.coach).toMatchObject({ name: 'Rosa' });
  expect((await sams.get('/api/team/promises')).body.items).toMatchObject([{ coach: { name: 'Rosa' } }]);
  expect((await devs.post(`/api/promises/${open}/keep`, {}, { 'if-match': '"2"' })).body).toMatchObject({
    kept: { by: { name: 'Dev' } },
  });
});

test('a coach asks for it with a line; handed over, the line goes along as theirs', async () => {
  const asked = { ...handoverOf(team.theo, dev), line: 'He likes to walk while we talk.' };
  for (let time = 0; time < 3; time += 1)
    expect((await rosas.post('/api/handovers/ask', asked)).body).toMatchObject({
      state: 'asked',
      version: 1,
    });
  expect(await listOf(sams)).toMatchObject([{ state: 'asked', by: { name: 'Rosa' }, mayCallOff: true }]);
  expect(await listOf(devs)).toEqual([]);
  expectProblem(await pageOf(devs, asked.handoverId), 404, 'handover-not-found');
  const id = await handedOver(sams, team.theo, dev);
  expect((await pageOf(devs, id)).body.handover.line).toMatchObject({
    words: asked.line,
    by: { name: 'Rosa' },
  });
  expect((await pageOf(sams, asked.handoverId)).body.handover.ended).toMatchObject({ as: 'handed over' });
});

test('what a coach asked for is called off, by them or by the supervisor', async () => {
  for (const [who, reason] of [
    [rosas, 'We found a way'],
    [sams, 'Not this month'],
  ] as const) {
    const asked = { ...handoverOf(team.theo, dev), line: '' };
    await rosas.post('/api/handovers/ask', asked);
    const { body } = await who.post(`/api/handovers/${asked.handoverId}/call-off`, { reason });
    expect(body).toMatchObject({ state: 'ended', ended: { as: 'called off', reason } });
  }
});

test('given to somebody else by any other way, there is nothing left to accept', async () => {
  const id = await handedOver(sams, team.theo, dev);
  const nia = await aCoach(team.organization, { name: 'Nia', supervisor: team.sam });
  await reassign(team.theo, nia);
  expect((await pageOf(sams, id)).body.handover).toMatchObject({ state: 'ended', ended: { as: 'moved on' } });
  expectProblem(await devs.post(`/api/handovers/${id}/accept`), 404, 'handover-not-found');
});
