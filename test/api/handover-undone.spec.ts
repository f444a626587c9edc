import { v7 as newId } from 'uuid';
import { handedOver, handoverOf, pageOf } from '../given/handover.js';
import { aCoach, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let dev: Person;
let nia: Person;
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
  nia = await aCoach(team.organization, { name: 'Nia', supervisor: team.sam });
  [sams, rosas, devs] = [await server.as(team.sam), await server.as(team.rosa), await server.as(dev)];
});

const promise = async (words: string): Promise<string> => {
  const promiseId = newId();
  const sent = { promiseId, participantId: team.theo.participantId, words, dueOn: '2026-03-12' };
  expect((await rosas.post('/api/promises', sent)).status).toBe(201);
  return promiseId;
};
const undo = (id: string, who = sams, body: Words = {}) => who.post(`/api/handovers/${id}/undo`, body);
const openPromisesOf = async (who: Client): Promise<Words[]> =>
  (await who.get(`/api/participants/${team.theo.participantId}/promises`)).body.open;
const coachNow = async (): Promise<unknown> =>
  (await sams.get(`/api/participants/${team.theo.participantId}`)).body.primaryCoach.name;

test('undone, everything is back: the participant, what is open of the promises, and the next contact', async () => {
  const kept = await promise('Call the landlord');
  const open = await promise('Bring the form');
  const plannedContactId = newId();
  const plan = { plannedContactId, participantId: team.theo.participantId, plannedOn: '2026-03-13' };
  expect((await rosas.post('/api/planned-contacts', plan)).status).toBe(201);
  const id = await handedOver(sams, team.theo, dev);
  expect((await devs.post(`/api/promises/${kept}/keep`, {}, onVersion(2))).status).toBe(200);
  for (let time = 0; time < 3; time += 1)
    expect((await undo(id, sams, { reason: 'Rosa stays after all' })).body).toMatchObject({
      state: 'ended',
      ended: { as: 'undone', by: { name: 'Sam' }, reason: 'Rosa stays after all' },
    });
  expect((await trailOf(team.sam)).filter(({ action }) => action === 'handover.undone')).toHaveLength(1);
  expect(await openPromisesOf(rosas)).toMatchObject([{ promiseId: open, coach: { name: 'Rosa' } }]);
  const { body } = await rosas.get(`/api/participants/${team.theo.participantId}/handover`);
  expect(body).toMatchObject({ handover: null, record: { nextContact: { coachName: 'Rosa' } } });
  expectProblem(await devs.get(`/api/participants/${team.theo.participantId}`), 404, 'participant-not-found');
  expectProblem(await pageOf(devs, id), 404, 'handover-not-found');
  const { rows } = await server.database.query('SELECT coach_id, kept_by FROM promises WHERE id = $1', [
    kept,
  ]);
  expect(rows).toEqual([{ coach_id: dev.accountId, kept_by: dev.accountId }]);
});

test('once accepted it is not undone, but handed over again', async () => {
  const id = await handedOver(sams, team.theo, dev);
  await devs.post(`/api/handovers/${id}/accept`);
  expectProblem(await undo(id), 409, 'handover-already-accepted');
  await handedOver(sams, team.theo, team.rosa);
  expect(await coachNow()).toBe('Rosa');
});

test('to and fro on one day: the last one waits, those before have moved on, the promise is with who has them', async () => {
  const promiseId = await promise('Bring the form');
  const ids = [];
  for (const coach of [dev, team.rosa, dev, nia, team.rosa])
    ids.push(await handedOver(sams, team.theo, coach));
  expect(await openPromisesOf(rosas)).toMatchObject([{ promiseId, coach: { name: 'Rosa' }, version: 6 }]);
  const states = await Promise.all(ids.map(async (id) => (await pageOf(sams, id)).body.handover));
  expect(states.map(({ state, ended }) => ended?.as ?? state)).toEqual([
    ...Array.from({ length: 4 }, () => 'moved on'),
    'waiting',
  ]);
  expect((await undo(ids.at(-1)!)).status).toBe(200);
  expect(await coachNow()).toBe('Nia');
});

test('two supervisors at once: one wins, and the other is told who has them now', async () => {
  const insteadOf = team.rosa.accountId;
  const [sent, other] = [
    handoverOf(team.theo, dev, { insteadOf }),
    handoverOf(team.theo, nia, { insteadOf }),
  ];
  const answers = await Promise.all([sams.post('/api/handovers', sent), sams.post('/api/handovers', other)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const refused = answers.find(({ status }) => status === 409)!;
  expectProblem(refused, 409, 'one-primary-coach-at-a-time');
  const who = await coachNow();
  expect(refused.body.detail).toContain(`Sam gave them to ${String(who)}`);
  expect(refused.body.current).toMatchObject({ to: { name: who }, state: 'waiting' });
});

test('sent ten times at once it is one handover', async () => {
  const sent = handoverOf(team.theo, dev, { line: 'Once' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => sams.post('/api/handovers', sent)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  expect((await sams.get('/api/handovers')).body.items).toHaveLength(1);
  expectProblem(await sams.post('/api/handovers', { ...sent, line: 'Other' }), 409, 'handover-id-taken');
});

test('the next coach says that they cannot; they keep them until the supervisor decides', async () => {
  const id = await handedOver(sams, team.theo, dev);
  expectFieldProblem(await devs.post(`/api/handovers/${id}/decline`, { words: ' ' }), 'words', 'empty');
  const words = 'We grew up in one house.';
  expect((await devs.post(`/api/handovers/${id}/decline`, { words })).body).toMatchObject({
    state: 'declined',
    declined: { words },
  });
  expect(await coachNow()).toBe('Dev');
  expect((await sams.get('/api/handovers')).body.items).toMatchObject([{ state: 'declined', mayUndo: true }]);
  await handedOver(sams, team.theo, nia);
  expect(await coachNow()).toBe('Nia');
});

test('both write the line: the second is shown the other’s, and nothing is overwritten', async () => {
  const id = await handedOver(sams, team.theo, dev);
  const line = (who: Client, words: string) =>
    who.put(`/api/handovers/${id}/line`, { line: words }, onVersion(1));
  expect((await line(rosas, 'Hers')).status).toBe(200);
  const late = await line(sams, 'His');
  expectProblem(late, 412, 'version-stale');
  expect(late.body).toMatchObject({
    current: { line: { words: 'Hers' }, version: 2 },
    yours: { line: 'His' },
  });
  expectProblem(await line(devs, 'Mine'), 412, 'version-stale');
  expectProblem(
    await devs.put(`/api/handovers/${id}/line`, { line: 'Mine' }, onVersion(2)),
    403,
    'line-not-yours',
  );
});

test('back to a coach who can no longer sign in, it is refused with what to do, and nobody is without a coach', async () => {
  const id = await handedOver(sams, team.theo, dev);
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [team.rosa.accountId]);
  expectProblem(await undo(id), 409, 'coach-disabled');
  expect(await coachNow()).toBe('Dev');
  expect((await pageOf(devs, id)).body.handover.state).toBe('waiting');
});
