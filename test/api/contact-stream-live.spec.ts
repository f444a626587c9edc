import { covers } from '../given/cover.js';
import { logged } from '../given/logged.js';
import { aSupervisor } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import { startTestServer, type SignedIn, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
});

/** Who was told of what changed, an event each, by name. */
async function told(): Promise<string[][]> {
  const { rows } = await server.database.query<{ names: string[] }>(
    `SELECT ARRAY(SELECT a.name FROM accounts a WHERE a.organization_id = $1 AND a.id = ANY (e.account_ids) ORDER BY 1)
       AS names FROM live_events e WHERE e.organization_id = $1 ORDER BY e.id`,
    [team.organization.organizationId],
  );
  return rows.map(({ names }) => names);
}

async function looks(person: SignedIn): Promise<void> {
  expect((await (await server.as(person)).post('/api/contact-stream/looked')).status).toBe(204);
}

test('whoever has the stream open hears of a contact that is logged, amended or voided, and nobody else does', async () => {
  await looks(team.sam);
  await looks(await aSupervisor(team.organization, { name: 'Inez' }));
  const contactId = await logged(team.rosa, team.theo);
  const rosa = await server.as(team.rosa);
  await rosa.put(`/api/contacts/${contactId}`, { outcome: 'no-show' }, onVersion(1));
  await rosa.post(`/api/contacts/${contactId}/void`, { reason: 'Logged twice' }, onVersion(2));
  expect(await told()).toEqual([['Sam'], ['Sam'], ['Sam']]);
});

test('where nobody looked within a day’s work, logging tells nobody', async () => {
  await logged(team.rosa, team.theo);
  await looks(team.sam);
  server.clock.advance(12 * 60);
  await logged(team.rosa, team.theo);
  expect(await told()).toEqual([]);
});

test('whoever covers hears of it on the stream they opened, though Sam’s is closed', async () => {
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await covers(inez, team.sam);
  await looks(inez);
  await logged(team.rosa, team.theo);
  // after what was told of the cover itself
  expect((await told()).at(-1)).toEqual(['Inez']);
});

test('of a colleague’s own record nobody hears', async () => {
  await looks(team.sam);
  await server.database.query(
    `INSERT INTO account_roles (organization_id, account_id, role, given_at) VALUES ($1, $2, 'coach', $3)`,
    [team.organization.organizationId, team.theo.accountId, server.clock.now()],
  );
  await logged(team.rosa, team.theo);
  expect(await told()).toEqual([]);
});
