import type pg from 'pg';
import { anOrganization } from '../given/organization.js';
import { aParticipantOf, aParticipantWithoutCoach, assign, type Participant } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam } from '../given/team.js';
import { becomes } from '../support/becomes.js';
import { workerDatabase, asOwner } from '../support/database.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
const connections: pg.Client[] = [];

beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => Promise.all(connections.splice(0).map((each) => each.end())));
afterAll(() => server.close());

interface Event {
  id: number;
  participant_id: string;
  account_ids: string[];
}

/** What pages of this organization would be told, in order. */
async function eventsOf(organizationId: string): Promise<Event[]> {
  const { rows } = await server.database.query<Event>(
    'SELECT id, participant_id, account_ids FROM live_events WHERE organization_id = $1 ORDER BY id',
    [organizationId],
  );
  return rows;
}

/** A transaction of its own, in which somebody of this organization acts. */
async function actingIn(organizationId: string): Promise<pg.Client> {
  const connection = await asOwner(await workerDatabase());
  connections.push(connection);
  await connection.query('BEGIN');
  await connection.query(`SELECT set_config('app.organization_id', $1, true)`, [organizationId]);
  return connection;
}

function planOn(connection: pg.Client, { organization, participantId }: Participant, coach: Person) {
  return connection.query(
    `INSERT INTO planned_contacts (organization_id, id, participant_id, coach_id, planned_on, made_at)
     VALUES ($1, gen_random_uuid(), $2, $3, '2026-01-01', now())`,
    [organization.organizationId, participantId, coach.accountId],
  );
}

/** Whether this connection now waits for a lock that another holds. */
async function waits(connection: pg.Client): Promise<boolean> {
  const { rows } = await server.database.query('SELECT 1 FROM pg_locks WHERE pid = $1 AND NOT granted', [
    (connection as unknown as { processID: number }).processID,
  ]);
  return rows.length > 0;
}

async function assignBy(by: Person, { participantId }: Participant, coachId: string | null): Promise<void> {
  const answer = await (await server.as(by)).put(`/api/participants/${participantId}/coach`, { coachId });
  expect(answer).toMatchObject({ status: 200 });
}

test('several changes in one transaction about one participant are one event', async () => {
  const { organization, sam, rosa, theo } = await aTeam(server);
  const acting = await actingIn(organization.organizationId);
  await planOn(acting, theo, rosa);
  await acting.query(
    `INSERT INTO ways_to_reach (organization_id, id, participant_id, kind, value)
     VALUES ($1, gen_random_uuid(), $2, 'phone', '555-0123')`,
    [organization.organizationId, theo.participantId],
  );
  await acting.query(
    `UPDATE ways_to_reach SET may_call = true WHERE organization_id = $1 AND participant_id = $2`,
    [organization.organizationId, theo.participantId],
  );
  await acting.query('COMMIT');
  const events = await eventsOf(organization.organizationId);
  expect(events).toEqual([{ id: 1, participant_id: theo.participantId, account_ids: expect.any(Array) }]);
  expect(events[0]!.account_ids.toSorted()).toEqual(
    [sam.accountId, rosa.accountId, theo.accountId].toSorted(),
  );
});

test('what is rolled back is announced to nobody, and leaves no gap', async () => {
  const { organization, rosa, theo } = await aTeam(server);
  const acting = await actingIn(organization.organizationId);
  await planOn(acting, theo, rosa);
  await acting.query('ROLLBACK');
  expect(await eventsOf(organization.organizationId)).toEqual([]);
  const { rows } = await server.database.query('SELECT 1 FROM announcements WHERE organization_id = $1', [
    organization.organizationId,
  ]);
  expect(rows).toEqual([]);
});

test('two transactions that announce the same two participants in opposite orders both commit', async () => {
  const { organization, rosa, theo } = await aTeam(server);
  const mina = await aParticipantOf(rosa);
  const [one, other] = [
    await actingIn(organization.organizationId),
    await actingIn(organization.organizationId),
  ];
  const touch = (connection: pg.Client, { participantId }: Participant) =>
    connection.query(`SELECT announce($1, ARRAY[$2::uuid])`, [participantId, rosa.accountId]);
  await touch(one, theo);
  await touch(other, mina);
  await touch(one, mina);
  await touch(other, theo);
  await Promise.all([one.query('COMMIT'), other.query('COMMIT')]);
  expect((await eventsOf(organization.organizationId)).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
});

test('whoever announced may still wait for a standing that another announcer holds', async () => {
  const { organization, rosa, theo } = await aTeam(server);
  const [one, other] = [
    await actingIn(organization.organizationId),
    await actingIn(organization.organizationId),
  ];
  const announce = (connection: pg.Client) =>
    connection.query(`SELECT announce($1, ARRAY[$2::uuid])`, [theo.participantId, rosa.accountId]);
  const hold = (connection: pg.Client) => connection.query('SELECT hold_standing($1)', [theo.participantId]);
  await announce(one);
  await hold(other);
  const held = hold(one);
  await becomes(() => waits(one), true);
  // the other announces and commits while the first, which announced before it, waits for its standing
  await announce(other);
  await other.query('COMMIT');
  await held;
  await one.query('COMMIT');
  expect((await eventsOf(organization.organizationId)).map(({ id }) => id)).toEqual([1, 2]);
});

test('an event gets its place when it commits: whoever read up to one finds nothing before it later', async () => {
  const { organization, rosa, theo } = await aTeam(server);
  const mina = await aParticipantOf(rosa);
  const [slow, quick] = [
    await actingIn(organization.organizationId),
    await actingIn(organization.organizationId),
  ];
  await planOn(slow, theo, rosa);
  await planOn(quick, mina, rosa);
  await quick.query('COMMIT');
  await slow.query('COMMIT');
  const events = await eventsOf(organization.organizationId);
  expect(events.map((each) => [each.id, each.participant_id])).toEqual([
    [1, mina.participantId],
    [2, theo.participantId],
  ]);
});

test('of two that announce at the same moment one commits after the other', async () => {
  const { organization, rosa, theo } = await aTeam(server);
  const mina = await aParticipantOf(rosa);
  const [first, second] = [
    await actingIn(organization.organizationId),
    await actingIn(organization.organizationId),
  ];
  await planOn(first, theo, rosa);
  await planOn(second, mina, rosa);
  // everything that a commit does, and not yet the commit
  await first.query('SET CONSTRAINTS ALL IMMEDIATE');
  const committed = second.query('COMMIT');
  await becomes(() => waits(second), true);
  expect(await eventsOf(organization.organizationId)).toEqual([]);
  await first.query('COMMIT');
  await committed;
  expect((await eventsOf(organization.organizationId)).map((each) => each.participant_id)).toEqual([
    theo.participantId,
    mina.participantId,
  ]);
});

test('two organizations never wait for one another, and each counts its own events', async () => {
  const [harbor, summit] = [await aTeam(server), await aTeam(server)];
  const [one, other] = [
    await actingIn(harbor.organization.organizationId),
    await actingIn(summit.organization.organizationId),
  ];
  await planOn(one, harbor.theo, harbor.rosa);
  await planOn(other, summit.theo, summit.rosa);
  await one.query('SET CONSTRAINTS ALL IMMEDIATE');
  await other.query('COMMIT');
  await one.query('COMMIT');
  expect((await eventsOf(harbor.organization.organizationId)).map(({ id }) => id)).toEqual([1]);
  expect((await eventsOf(summit.organization.organizationId)).map(({ id }) => id)).toEqual([1]);
});

test('of a reassignment learn those who had them and those who have them, and no other team', async () => {
  const { organization, sam, rosa, theo } = await aTeam(server);
  const [kim, lee] = [
    await aSupervisor(organization, { name: 'Kim' }),
    await aSupervisor(organization, { name: 'Lee' }),
  ];
  const dev = await aCoach(organization, { name: 'Dev', supervisor: kim });
  await assignBy(await anAdministrator(organization), theo, dev.accountId);
  const [event] = await eventsOf(organization.organizationId);
  expect(event!.account_ids.toSorted()).toEqual(
    [sam, rosa, kim, dev, theo].map(({ accountId }) => accountId).toSorted(),
  );
  expect(event!.account_ids).not.toContain(lee.accountId);
});

test('of someone without a coach learn all supervisors, also when they get one', async () => {
  const organization = await anOrganization(server);
  const [sam, kim] = [await aSupervisor(organization), await aSupervisor(organization, { name: 'Kim' })];
  const rosa = await aCoach(organization, { supervisor: sam });
  const theo = await aParticipantWithoutCoach(organization);
  await assignBy(sam, theo, rosa.accountId);
  await assignBy(sam, theo, null);
  const told = (await eventsOf(organization.organizationId)).map((each) => each.account_ids.toSorted());
  const everyone = [sam, kim, rosa, theo].map(({ accountId }) => accountId).toSorted();
  expect(told).toEqual([everyone, everyone]);
});

test('a second coach is concerned, their supervisor is not', async () => {
  const { organization, sam, rosa, theo } = await aTeam(server);
  const kim = await aSupervisor(organization, { name: 'Kim' });
  const dev = await aCoach(organization, { name: 'Dev', supervisor: kim });
  await assign(theo, dev, '2026-01-01', 'second');
  const acting = await actingIn(organization.organizationId);
  await planOn(acting, theo, rosa);
  await acting.query('COMMIT');
  const [event] = await eventsOf(organization.organizationId);
  expect(event!.account_ids.toSorted()).toEqual(
    [sam, rosa, dev, theo].map(({ accountId }) => accountId).toSorted(),
  );
});

test('what is more than a day old goes with the next events, the newest stays', async () => {
  const { organization, rosa, theo } = await aTeam(server);
  const announce = async (): Promise<void> => {
    const acting = await actingIn(organization.organizationId);
    await acting.query(`SELECT announce($1, ARRAY[$2::uuid])`, [theo.participantId, rosa.accountId]);
    await acting.query('COMMIT');
  };
  for (let times = 0; times < 3; times += 1) await announce();
  await server.database.query(
    `UPDATE live_events SET at = at - interval '25 hours' WHERE organization_id = $1`,
    [organization.organizationId],
  );
  await announce();
  expect((await eventsOf(organization.organizationId)).map(({ id }) => id)).toEqual([4]);
});
