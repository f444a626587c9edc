import type { Actor } from '../../backend/access/door.js';
import { loadsOf } from '../../backend/coaches/load.queries.js';
import type { Load } from '../../backend/coaches/load.rules.js';
import { aProgram, anOrganization, today, type Organization } from '../given/organization.js';
import {
  aParticipantOf,
  aParticipantWithoutCoach,
  assign,
  closeEnrollment,
  reassign,
  standAnew,
  type ParticipantTraits,
} from '../given/participant.js';
import { aPauseOf, aWindowOf } from '../given/record.js';
import { raised } from '../given/logged.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let harbor: Organization;
let rosa: Person;
let dev: Person;

/** Long with us and in touch about every week: weighs one. */
const LONG_AGO: ParticipantTraits = { enrolledOn: '2020-01-01' };

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  harbor = await anOrganization(server);
  const sam = await aSupervisor(harbor);
  rosa = await aCoach(harbor, { supervisor: sam });
  dev = await aCoach(harbor, { name: 'Dev', supervisor: sam });
});

/** What the database gives somebody of this role. */
async function loadOf(coach: Person, as: Person | null = null): Promise<Load | undefined> {
  const by = as ?? (await aSupervisor(harbor));
  const { rows } = await server.database.query<{ role: string }>('SELECT role FROM accounts WHERE id = $1', [
    by.accountId,
  ]);
  const runner = server.source.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(
      `SELECT set_config('role', $1, true), set_config('app.organization_id', $2, true),
              set_config('app.account_id', $3, true)`,
      [`caseload_${rows[0]!.role}`, by.organizationId, by.accountId],
    );
    const actor = { organizationId: by.organizationId, today: today(harbor) } as Actor;
    return (await loadsOf(runner.manager, actor, [coach.accountId, dev.accountId])).get(coach.accountId);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const weightOfRosa = async () => (await loadOf(rosa))?.weight;

test('a coach with nobody carries nothing, against the capacity of everyone here', async () => {
  expect(await loadOf(rosa)).toEqual({
    weight: 0,
    headCount: 0,
    capacity: 15,
    headCountCeiling: null,
    parts: [],
  });
});

test.each([
  [0, 2],
  [30, 2],
  [31, 1.5],
  [90, 1.5],
  [91, 1],
])('on day %i of a window somebody weighs %d', async (day, weight) => {
  await aWindowOf(await aParticipantOf(rosa, LONG_AGO), { beganOn: today(harbor, -day) });
  expect(await weightOfRosa()).toBe(weight);
});

test('of two windows the newer counts, once; one that is closed or to come not at all', async () => {
  const theo = await aParticipantOf(rosa, LONG_AGO);
  await aWindowOf(theo, { beganOn: today(harbor, -60) });
  await aWindowOf(theo, { event: 'overdose', beganOn: today(harbor, -3) });
  await aWindowOf(theo, { event: 'release', beganOn: today(harbor, 5) });
  expect(await weightOfRosa()).toBe(2);
  await server.database.query('UPDATE vulnerability_windows SET closed_on = $2 WHERE participant_id = $1', [
    theo.participantId,
    today(harbor, 9),
  ]);
  expect(await weightOfRosa()).toBe(1);
});

test('of several open notes the strongest counts, once; a watch note adds nothing', async () => {
  const theo = await aParticipantOf(rosa, LONG_AGO);
  await raised(rosa, theo, { level: 'watch' });
  expect(await weightOfRosa()).toBe(1);
  await raised(rosa, theo, { level: 'concern' });
  expect(await weightOfRosa()).toBe(1.5);
  await raised(rosa, theo, { level: 'urgent' });
  expect(await loadOf(rosa)).toMatchObject({ weight: 2, parts: [{ part: 'urgent note', count: 1 }] });
});

test.each([
  [0, 1.5],
  [29, 1.5],
  [30, 1],
])('%i days after enrolling somebody weighs %d', async (day, weight) => {
  await aParticipantOf(rosa, { enrolledOn: today(harbor, -day) });
  expect(await weightOfRosa()).toBe(weight);
});

test.each([
  [27, 1],
  [28, 0.5],
])('agreed on every %i days somebody weighs %d', async (agreedCadenceDays, weight) => {
  await aParticipantOf(rosa, { ...LONG_AGO, agreedCadenceDays });
  expect(await weightOfRosa()).toBe(weight);
});

test('paused weighs a flat half; in a window a wish for quiet is no pause', async () => {
  const theo = await aParticipantOf(rosa, LONG_AGO);
  await aPauseOf(theo, { fromOn: today(harbor, -1), throughOn: today(harbor, 5) });
  expect(await loadOf(rosa)).toMatchObject({ weight: 0.5, parts: [{ part: 'paused', count: 1 }] });
  await aWindowOf(theo, { beganOn: today(harbor) });
  expect(await weightOfRosa()).toBe(2);
});

test('a second coach carries half of a head, beside the primary one', async () => {
  const theo = await aParticipantOf(dev, { enrolledOn: today(harbor) });
  await assign(theo, rosa, today(harbor), 'second');
  expect(await loadOf(rosa)).toMatchObject({ weight: 0.5, headCount: 1 });
  expect(await loadOf(dev)).toMatchObject({ weight: 1.5, headCount: 1 });
});

test('somebody in two programs is one head, by the shorter cadence and the earlier day', async () => {
  const theo = await aParticipantOf(rosa, { ...LONG_AGO, agreedCadenceDays: 28 });
  await server.database.query(
    `INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_days, agreed_cadence_on)
     VALUES ($1, gen_random_uuid(), $2, $3, $4, 7, $4)`,
    [harbor.organizationId, theo.participantId, await aProgram(harbor, 'Housing'), today(harbor, -2)],
  );
  await standAnew(theo);
  expect(await loadOf(rosa)).toMatchObject({ weight: 1, headCount: 1, parts: [] });
});

test('who moved on, left or has nobody is nobody’s load', async () => {
  await reassign(await aParticipantOf(rosa, LONG_AGO), dev);
  await closeEnrollment(await aParticipantOf(rosa, LONG_AGO), today(harbor));
  await aParticipantWithoutCoach(harbor, LONG_AGO);
  expect(await loadOf(rosa)).toMatchObject({ weight: 0, headCount: 0 });
  expect(await loadOf(dev)).toMatchObject({ weight: 1, headCount: 1 });
});

test('the organization’s weights, capacity and ceiling hold; a coach’s own capacity before it', async () => {
  await server.database.query(
    `INSERT INTO load_settings (organization_id, each_weight, capacity, head_count_ceiling) VALUES ($1, 1.25, 12, 15)`,
    [harbor.organizationId],
  );
  await aParticipantOf(rosa, LONG_AGO);
  expect(await loadOf(rosa)).toMatchObject({ weight: 1.25, capacity: 12, headCountCeiling: 15 });
  await server.database.query('UPDATE coaches SET capacity = 8 WHERE id = $1', [rosa.accountId]);
  expect((await loadOf(rosa))?.capacity).toBe(8);
});

test('it is the same for another team’s supervisor and the administrator; a coach learns only their own', async () => {
  await raised(rosa, await aParticipantOf(rosa, LONG_AGO), { level: 'urgent' });
  const seen = await loadOf(rosa, rosa);
  expect(seen).toMatchObject({ weight: 2, headCount: 1 });
  expect(await loadOf(rosa, await aSupervisor(harbor, { name: 'Inez' }))).toEqual(seen);
  expect(await loadOf(rosa, await anAdministrator(harbor))).toEqual(seen);
  expect((await loadOf(rosa, dev))?.headCount).toBe(0);
  expect(await loadOf(rosa, await aSupervisor(await anOrganization(server)))).toBeUndefined();
});
