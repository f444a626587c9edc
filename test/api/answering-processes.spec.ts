import { Door } from '../../backend/access/door.js';
import { ringNextClock } from '../../backend/risk/ring-clocks.js';
import { aNote, ring, toldOf } from '../given/answering.js';
import { anAdministrator, aSupervisor } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import { becomes } from '../support/becomes.js';
import { cloneOf } from '../support/database.js';
import { TEMPLATE } from '../support/database-names.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { startBuilt } from '../support/started.js';

const SAM = 'Sam, own supervisor';
const NOOR = 'Noor, every supervisor';

async function aTeamOn(server: TestServer): Promise<Team> {
  const team = await aTeam(server);
  await aSupervisor(team.organization, { name: 'Noor' });
  await anAdministrator(team.organization);
  return team;
}

describe('two processes', () => {
  let one: TestServer;
  let two: TestServer;
  let team: Team;

  beforeAll(async () => {
    one = await startTestServer();
    two = await startTestServer();
    team = await aTeamOn(one);
  });
  afterAll(() => Promise.all([one.close(), two.close()]));

  /** Every due clock of the organization, rung past the queue, which would let only one of them work. */
  async function ringAll(server: TestServer): Promise<void> {
    const { organizationId } = team.organization;
    const now = one.clock.now();
    while (await server.app.get(Door).asJobs(organizationId, (tx) => ringNextClock(tx, organizationId, now)));
  }

  test('ring at the same time: of a dozen notes everybody hears once, and no step is passed over', async () => {
    const notes = await Promise.all(Array.from({ length: 12 }, () => aNote(team)));
    one.clock.advance(60);
    await Promise.all([one, two, one, two].map(ringAll));
    for (const note of notes) expect(await toldOf(team, note)).toEqual([SAM, NOOR]);
    one.clock.advance(60);
    await Promise.all([one, two, one, two].map(ringAll));
    for (const note of notes) expect(await toldOf(team, note)).toEqual([SAM, NOOR, 'Ada, administrator']);
  });

  test('ring while notes are answered: each is answered, and told of once or not at all', async () => {
    const notes = await Promise.all(Array.from({ length: 12 }, () => aNote(team)));
    one.clock.advance(60);
    const sam = await one.as(team.sam);
    const answers = notes.map((note) =>
      sam.post(`/api/risk-notes/${note}/resolve`, { words: 'Safe.' }, onVersion(1)),
    );
    const [answered] = await Promise.all([Promise.all(answers), ringAll(one), ringAll(two)]);
    expect(answered.map(({ status }) => status)).toEqual(notes.map(() => 200));
    for (const note of notes) expect([[SAM], [SAM, NOOR]]).toContainEqual(await toldOf(team, note));
    one.clock.advance(10_000);
    await ring(one);
    for (const note of notes) expect(await toldOf(team, note)).not.toContain('Ada, administrator');
  });
});

test('a process killed after deciding and before telling leaves it to the next, which tells once', async () => {
  const urls = await cloneOf(TEMPLATE, `answering_killed_${process.env['JEST_WORKER_ID'] ?? 1}`);
  const server = await startTestServer({}, urls);
  try {
    const team = await aTeamOn(server);
    const note = await aNote(team);
    // nobody queues a message while this is held, so the process stops between marking the clock and telling
    await server.database.query('BEGIN; LOCK TABLE messages IN EXCLUSIVE MODE');
    const started = startBuilt({ DATABASE_URL: urls.migration, SAMPLE: '0' });
    await started.ready;
    const waits = async (): Promise<boolean> => {
      await server.source.query(`SELECT pg_notify('alongside_jobs', 'answering')`);
      const { rowCount } = await server.database.query(
        `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'messages'::regclass`,
      );
      return rowCount === 1;
    };
    await becomes(waits, true);
    started.signal('SIGKILL');
    await started.ended;
    await server.database.query('ROLLBACK');
    expect(await toldOf(team, note)).toEqual([SAM]);
    server.clock.set(new Date());
    await ring(server);
    await becomes(async () => (await toldOf(team, note)).length, 2);
    expect(await toldOf(team, note)).toEqual([SAM, NOOR]);
  } finally {
    await server.close();
  }
});
