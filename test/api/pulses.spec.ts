import { v7 as newId } from 'uuid';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import { pastTheServer } from '../support/past-the-server.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  // a Tuesday
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
});

const HARD = { feeling: 'worn out', words: 'Two funerals in a month.' };
const say = async (more: Words = {}) =>
  (await server.as(team.rosa)).post('/api/wellbeing/pulses', { pulseId: newId(), ...HARD, ...more });
const share = async (pulseId: string, isShared: boolean, version: number) =>
  (await server.as(team.rosa)).put(
    `/api/wellbeing/pulses/${pulseId}/shared`,
    { isShared },
    onVersion(version),
  );
const readBy = async (supervisor: Person) =>
  (await (await server.as(supervisor)).get('/api/wellbeing/team')).body.sharedPulses;

test('said once a week, in words without a score; sent twice it is one, and in the next week there is another', async () => {
  const pulseId = newId();
  const first = await say({ pulseId });
  expect([first.status, first.body]).toEqual([
    201,
    {
      pulseId,
      weekOn: '2026-03-09',
      ...HARD,
      saidAt: '2026-03-10T16:00:00.000Z',
      sharedAt: null,
      version: 1,
    },
  ]);
  expect((await say({ pulseId })).body).toEqual(first.body);
  expectProblem(await say({ feeling: 'well' }), 409, 'a-pulse-is-said-once-a-week');
  server.clock.set('2026-03-16T05:00:00Z');
  expect((await say({ feeling: 'steady', words: '' })).body.weekOn).toBe('2026-03-16');
  const own = (await (await server.as(team.rosa)).get('/api/wellbeing')).body.pulses;
  expect(own.map(({ feeling }: Words) => feeling)).toEqual(['steady', 'worn out']);
});

test('nobody reads it but its writer: no supervisor, administrator or colleague, no job, and no line in the trail', async () => {
  const { body } = await say();
  expect(await readBy(team.sam)).toEqual([]);
  const ada = await anAdministrator(team.organization);
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  for (const [role, person] of [
    ['supervisor', team.sam],
    ['coach', dev],
  ] as const)
    expect((await pastTheServer(role, person, 'SELECT id FROM pulses')).rows).toEqual([]);
  for (const [role, person] of [
    ['administrator', ada],
    ['jobs', ada],
    ['participant', team.theo],
    ['keeper', team.theo],
  ] as const)
    await expect(pastTheServer(role, person, 'SELECT id FROM pulses')).rejects.toMatchObject({
      code: '42501',
    });
  const devs = await server.as(dev);
  expectProblem(
    await devs.put(`/api/wellbeing/pulses/${body.pulseId}`, HARD, onVersion(1)),
    404,
    'pulse-not-found',
  );
  expect((await trailOf(team.rosa)).filter(({ subject_id }) => subject_id === body.pulseId)).toEqual([]);
});

test('one that is shared reaches the own supervisor alone, and nobody once it is taken back', async () => {
  const { pulseId } = (await say()).body;
  server.clock.set('2026-03-17T16:00:00Z');
  await say({ feeling: 'stretched', words: 'Not for Sam.' });
  expect((await share(pulseId, true, 1)).body.sharedAt).toBe('2026-03-17T16:00:00.000Z');
  expect(await readBy(team.sam)).toMatchObject([
    { pulseId, coach: { accountId: team.rosa.accountId, name: 'Rosa' }, ...HARD },
  ]);
  expect(await readBy(await aSupervisor(team.organization, { name: 'Inez' }))).toEqual([]);
  expect((await share(pulseId, false, 2)).body.sharedAt).toBeNull();
  expect(await readBy(team.sam)).toEqual([]);
});

test('changed in two tabs the second sees both; taken away it is gone, shared or not', async () => {
  const { pulseId } = (await say()).body;
  const rosa = await server.as(team.rosa);
  const change = (feeling: string, version: number) =>
    rosa.put(`/api/wellbeing/pulses/${pulseId}`, { feeling, words: '' }, onVersion(version));
  expect((await change('stretched', 1)).body).toMatchObject({ feeling: 'stretched', version: 2 });
  expectProblem(await change('well', 1), 412, 'version-stale');
  await share(pulseId, true, 2);
  expect((await rosa.delete(`/api/wellbeing/pulses/${pulseId}`)).status).toBe(204);
  expect((await rosa.delete(`/api/wellbeing/pulses/${pulseId}`)).status).toBe(204);
  expect(await readBy(team.sam)).toEqual([]);
  const { rows } = await server.database.query('SELECT 1 FROM pulses WHERE id = $1', [pulseId]);
  expect(rows).toEqual([]);
});
