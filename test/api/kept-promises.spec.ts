import { v7 as newId } from 'uuid';
import { aParticipantOf, type Participant, reassign } from '../given/participant.js';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { everyPage } from '../support/pages.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let dev: Person;
let sam: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-02-01T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
});

/** Made today by this coach, and kept on this day, which becomes today. */
async function kept(coach: Person, whom: Participant, keptOn: string): Promise<string> {
  const promiseId = newId();
  const promise = { promiseId, participantId: whom.participantId, words: 'Call them', dueOn: '2026-12-01' };
  expect((await (await server.as(coach)).post('/api/promises', promise)).status).toBe(201);
  server.clock.set(`${keptOn}T17:00:00Z`);
  const answer = await (await server.as(coach)).post(`/api/promises/${promiseId}/keep`, {}, onVersion(1));
  expect(answer.status).toBe(200);
  return promiseId;
}

test('kept in the last 30 days they count for who kept them, and each number is the length of its list', async () => {
  const mina = await aParticipantOf(dev, { preferredName: 'Mina' });
  await kept(team.rosa, team.theo, '2026-02-08');
  const first = await kept(team.rosa, team.theo, '2026-02-09');
  const later = await kept(dev, mina, '2026-03-01');
  await reassign(team.theo, dev);
  const last = await kept(dev, team.theo, '2026-03-10');
  sam = await server.as(team.sam);
  const { rows, totals } = (await sam.get('/api/team')).body;
  const counts = Object.fromEntries(
    rows.map((row: { coach: { name: string } | null; keptPromiseCount: number }) => [
      row.coach?.name ?? 'none',
      row.keptPromiseCount,
    ]),
  );
  expect(counts).toEqual({ Dev: 2, Rosa: 1, none: 0 });
  expect(totals.keptPromiseCount).toBe(3);
  const ids = async (query = ''): Promise<string[]> =>
    (await everyPage<{ promiseId: string }>(sam, `/api/team/promises${query}`)).map((each) => each.promiseId);
  expect(await ids()).toEqual([last, later, first]);
  expect(await ids(`?coachId=${team.rosa.accountId}`)).toEqual([first]);
  expect(await ids(`?coachId=${dev.accountId}`)).toEqual([last, later]);
  expect(await ids('?coachId=none')).toEqual([]);
  const { body } = await sam.get('/api/team/promises');
  expect(body).toMatchObject({ from: '2026-02-09', to: '2026-03-10' });
  expect(body.items[0]).toEqual({
    promiseId: last,
    participantId: team.theo.participantId,
    participantName: 'Theo',
    coach: { accountId: dev.accountId, name: 'Dev' },
    words: 'Call them',
    dueOn: '2026-12-01',
    keptOn: '2026-03-10',
  });
  expect((await lastInTrailOf(team.sam))?.participant_ids).toHaveLength(2);
});

test('one whose participant moved to another team still counts, and names nobody', async () => {
  const noor = await aSupervisor(team.organization, { name: 'Noor' });
  const ines = await aCoach(team.organization, { name: 'Ines', supervisor: noor });
  await kept(team.rosa, team.theo, '2026-02-09');
  await reassign(team.theo, ines);
  sam = await server.as(team.sam);
  expect((await sam.get('/api/team')).body.totals.keptPromiseCount).toBe(1);
  expect((await sam.get('/api/team/promises')).body.items).toMatchObject([
    { participantId: null, participantName: null, coach: { name: 'Rosa' } },
  ]);
  expect((await (await server.as(noor)).get('/api/team')).body.totals.keptPromiseCount).toBe(0);
});

test('taken back, it counts no more', async () => {
  const id = await kept(team.rosa, team.theo, '2026-02-09');
  const rosa = await server.as(team.rosa);
  expect((await rosa.post(`/api/promises/${id}/reopen`, {}, onVersion(2))).status).toBe(200);
  sam = await server.as(team.sam);
  expect((await sam.get('/api/team')).body.totals.keptPromiseCount).toBe(0);
  expect((await sam.get('/api/team/promises')).body.items).toEqual([]);
});

test('is for supervisors, and of their own team', async () => {
  const other = await aCoach(team.organization, { name: 'Ines' });
  sam = await server.as(team.sam);
  for (const coachId of [other.accountId, 'no-id', newId()])
    expectProblem(await sam.get(`/api/team/promises?coachId=${coachId}`), 404, 'coach-not-found');
  expectProblem(await (await server.as(team.rosa)).get('/api/team/promises'), 403, 'role-not-allowed');
});
