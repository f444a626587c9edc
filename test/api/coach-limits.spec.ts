import { aParticipantOf } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { pastTheServer } from '../support/past-the-server.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let sam: Client;
let ada: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server, { theo: { enrolledOn: '2020-01-01' } });
  sam = await server.as(team.sam);
  ada = await server.as(await anAdministrator(team.organization));
});

const address = () => `/api/coaches/${team.rosa.accountId}/limits`;
const set = (limits: object, version = 0, by = sam) => by.put(address(), limits, onVersion(version));
const holdsForAll = (ceiling: number | null) =>
  server.database.query(
    `INSERT INTO load_settings (organization_id, capacity, head_count_ceiling) VALUES ($1, 12, $2)`,
    [team.organization.organizationId, ceiling],
  );

test('a coach carries what everybody does until their supervisor or an administrator says otherwise', async () => {
  await holdsForAll(20);
  const before = await sam.get(address());
  expect(before.body).toMatchObject({
    coachId: team.rosa.accountId,
    name: 'Rosa',
    capacity: null,
    headCountCeiling: null,
    forAll: { capacity: 12, headCountCeiling: 20 },
    load: { weight: 1, headCount: 1, capacity: 12, headCountCeiling: 20 },
    version: 0,
  });
  const own = await set({ capacity: 7.5, headCountCeiling: 9 });
  expect(own.body).toMatchObject({
    capacity: 7.5,
    headCountCeiling: 9,
    load: { capacity: 7.5, headCountCeiling: 9 },
    version: 1,
  });
  expect(await lastInTrailOf(team.sam)).toMatchObject({ action: 'coach-limits.set', outcome: 'done' });
  const again = await set({}, 1, ada);
  expect(again.body).toMatchObject({
    capacity: null,
    headCountCeiling: null,
    load: { capacity: 12 },
    version: 2,
  });
});

test('what is set for one coach holds on the team’s page and when somebody is assigned', async () => {
  await set({ capacity: 30, headCountCeiling: 1 });
  const rows = (await sam.get('/api/team')).body.rows as { coach: { name: string } | null; load: object }[];
  expect(rows.find(({ coach }) => coach?.name === 'Rosa')?.load).toMatchObject({
    capacity: 30,
    headCountCeiling: 1,
  });
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  const mina = await aParticipantOf(dev);
  const place = `/api/participants/${mina.participantId}/coach`;
  expectProblem(await sam.put(place, { coachId: team.rosa.accountId }), 409, 'coach-at-the-ceiling');
  await set({ capacity: 30 }, 1);
  expect((await sam.put(place, { coachId: team.rosa.accountId })).status).toBe(200);
});

test('a coach who takes nobody for now is full with the first one', async () => {
  await set({ capacity: 0 });
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  const mina = await aParticipantOf(dev);
  const place = `/api/participants/${mina.participantId}/coach`;
  expectProblem(await sam.put(place, { coachId: team.rosa.accountId }), 409, 'coach-full');
});

test('of two who set them at once the second sees both, and nothing is overwritten', async () => {
  await set({ capacity: 8 });
  const second = await set({ capacity: 11 }, 0, ada);
  expectProblem(second, 412, 'version-stale');
  expect(second.body).toMatchObject({ current: { capacity: 8, version: 1 }, yours: { capacity: 11 } });
  expect((await sam.get(address())).body.capacity).toBe(8);
  expectProblem(await sam.put(address(), { capacity: 8 }), 428, 'version-missing');
});

test('a ceiling that holds for everybody is lifted for one coach by an administrator alone', async () => {
  await holdsForAll(15);
  expectFieldProblem(await set({ headCountCeiling: 16 }), 'headCountCeiling', 'above-the-organizations');
  expect((await set({ headCountCeiling: 15 })).status).toBe(200);
  expect((await set({ headCountCeiling: 18 }, 1, ada)).status).toBe(200);
  // and leaves it so when they set the rest
  expect((await set({ capacity: 9, headCountCeiling: 18 }, 2)).status).toBe(200);
});

test.each([
  [{ capacity: -1 }, 'capacity min'],
  [{ capacity: 1000.5 }, 'capacity max'],
  [{ capacity: 'a lot' }, 'capacity'],
  [{ headCountCeiling: 0 }, 'headCountCeiling min'],
  [{ headCountCeiling: 2.5 }, 'headCountCeiling'],
])('%j is refused', async (limits, wrong) => {
  const answer = await set(limits);
  expect([answer.status, fieldsOf(answer)[0]]).toEqual([422, expect.stringContaining(wrong.split(' ')[0]!)]);
  expect((await sam.get(address())).body.version).toBe(0);
});

test('nobody else sets them: no other supervisor, no coach, not even of themself', async () => {
  const inez = await server.as(await aSupervisor(team.organization, { name: 'Inez' }));
  expectProblem(await inez.get(address()), 404, 'coach-not-found');
  expectProblem(await set({ capacity: 1 }, 0, inez), 404, 'coach-not-found');
  expectProblem(await set({ capacity: 1 }, 0, await server.as(team.rosa)), 403, 'role-not-allowed');
  expectProblem(await sam.get('/api/coaches/rosa/limits'), 404, 'coach-not-found');
  const june = await aCoach(team.organization, { name: 'June' });
  const change = 'UPDATE coaches SET capacity = 1 WHERE id = $1 RETURNING id';
  expect((await pastTheServer('supervisor', team.sam, change, [june.accountId])).rows).toEqual([]);
  await expect(pastTheServer('coach', team.rosa, change, [team.rosa.accountId])).rejects.toMatchObject({
    code: '42501',
  });
  await expect(
    pastTheServer('supervisor', team.sam, 'UPDATE coaches SET supervisor_id = NULL WHERE id = $1', [
      team.rosa.accountId,
    ]),
  ).rejects.toMatchObject({ code: '42501' });
});

test('who no longer coaches has no limits to set', async () => {
  await server.database.query('UPDATE coaches SET is_coaching = false WHERE id = $1', [team.rosa.accountId]);
  expectProblem(await sam.get(address()), 404, 'coach-not-found');
});
