import { logged, raised } from '../given/logged.js';
import { aParticipantOf } from '../given/participant.js';
import { actingAs, alsoHolds } from '../given/roles.js';
import { aCertification, aCoach, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
/** Supervisor of Rosa, and a coach who reports to somebody else. */
let sam: Person;
let inez: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  sam = team.sam;
  inez = await aSupervisor(team.organization, { name: 'Inez' });
  await alsoHolds(sam, 'coach', { supervisor: inez });
  await aCertification(sam, { firstOn: '2025-01-01', lastOn: '2026-12-31' });
});

test('what a supervisor who coaches too raises about the team is the supervisor’s, and not there for them as coach', async () => {
  const raisedId = await raised(sam, team.theo);
  const supervising = await server.as(sam);
  const coaching = await actingAs(sam, 'coach');
  expect((await supervising.get(`/api/risk-notes/${raisedId}`)).status).toBe(200);
  expect((await coaching.get(`/api/risk-notes/${raisedId}`)).status).toBe(404);
  expect((await coaching.get('/api/risk-notes')).body.items).toEqual([]);
});

test('as coach the same person writes on the caseload, and off it when they stand in', async () => {
  const coaching = await actingAs(sam, 'coach');
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: inez });
  const lou = await aParticipantOf(dev, { preferredName: 'Lou' });
  const mina = await aParticipantOf(sam, { preferredName: 'Mina' });
  const about = async (participant: typeof lou, more = {}): Promise<boolean> =>
    (await coaching.post('/api/contacts', contactWith(participant, more))).body.isOffCaseload;
  expect(await about(mina)).toBe(false);
  expect(await about(lou, { isOffCaseload: true })).toBe(true);
});

test('whoever covers for somebody as coach is told nothing of the team they supervise', async () => {
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: inez });
  await logged(team.rosa, team.theo, { occurredOn: '2026-03-09', occurredTime: '22:00' });
  /** Contacts of Rosa outside her hours, as the database counts them for somebody who stands for Sam. */
  const countedFor = async (person: Person, role: string): Promise<number[]> => {
    const runner = server.source.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(
        `SELECT set_config('role', $1, true), set_config('app.organization_id', $2, true),
                set_config('app.account_id', $3, true), set_config('app.acting_for', $4, true)`,
        [
          `caseload_${role}`,
          person.organizationId,
          person.accountId,
          `{${person.accountId},${sam.accountId}}`,
        ],
      );
      const rows = (await runner.query(
        `SELECT after_hours_count AS count FROM after_hours_of($1, '2026-03-01', '2026-03-10')`,
        [[team.rosa.accountId]],
      )) as { count: number }[];
      return rows.map(({ count }) => count);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };
  expect(await countedFor(dev, 'coach')).toEqual([]);
  expect(await countedFor(inez, 'supervisor')).toEqual([1]);
  expect(await countedFor(team.rosa, 'coach')).toEqual([1]);
});
