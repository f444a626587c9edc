import fc from 'fast-check';
import { loadsOf } from '../../backend/coaches/load.queries.js';
import { today } from '../given/organization.js';
import { aTeamToLive, happening, happens, type Lived } from '../given/team-history.js';
import { everyPage } from '../support/pages.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { saidAndListed, weeksSaidAndListed } from '../support/team-lists.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Item {
  participantId: string;
  isPrimary: boolean;
  standing: { is: string };
}

/** What each coach of Sam's reads on their own caseload, by standing, and what those with no coach add. */
async function countedByCoaches({ sam, coaches, people }: Lived): Promise<Record<string, number>> {
  const locked = people[4]!.participantId;
  const counts: Record<string, number> = {};
  const add = (items: Item[]): void => {
    for (const item of items)
      // of a colleague's record, a supervisor has neither the number nor the line
      if (item.isPrimary && item.participantId !== locked)
        counts[item.standing.is] = (counts[item.standing.is] ?? 0) + 1;
  };
  for (const coach of coaches.slice(0, 2))
    add((await (await server.as(coach!)).get('/api/caseload')).body.items);
  add(await everyPage<Item>(await server.as(sam), '/api/team/participants?coachId=none'));
  return counts;
}

/** The load of a coach, as whoever assigns to them reads it. */
async function carried({ organization, sam }: Lived, coachId: string): Promise<unknown> {
  await server.database.query('BEGIN');
  await server.database.query(
    `SELECT set_config('app.organization_id', $1, true), set_config('app.account_id', $2, true)`,
    [organization.organizationId, sam.accountId],
  );
  const tx = {
    query: async (sql: string, values: unknown[]) => (await server.database.query(sql, values)).rows,
  };
  const asked = { organizationId: organization.organizationId, today: today(organization) };
  const loads = await loadsOf(tx as unknown as Parameters<typeof loadsOf>[0], asked, [coachId]);
  await server.database.query('COMMIT');
  return loads.get(coachId);
}

test('whatever happens, the numbers of a team are the sums of the coaches’ lists and of "no coach", and each is its own list', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 6, maxLength: 18 }), async (history) => {
      server.clock.set('2026-03-20T16:00:00Z');
      const lived = await aTeamToLive(server);
      for (const each of history) await happens(lived, each);

      const sam = await server.as(lived.sam);
      const { totals, rows } = (await sam.get('/api/team')).body;
      const byCoaches = await countedByCoaches(lived);
      for (const [standing, count] of Object.entries(totals.standings))
        expect({ standing, count }).toEqual({ standing, count: byCoaches[standing] ?? 0 });

      const { organization } = lived;
      const { said, listed } = await saidAndListed(
        sam,
        `&from=${today(organization, -9)}&to=${today(organization, -1)}`,
      );
      expect(said).toEqual(listed);
      const weeks = await weeksSaidAndListed(sam);
      expect(weeks.said).toEqual(weeks.listed);

      for (const { coach, load } of rows)
        if (coach) expect({ coach, load }).toEqual({ coach, load: await carried(lived, coach.accountId) });
    }),
    { numRuns: 6, ...(process.env['FC_SEED'] ? { seed: Number(process.env['FC_SEED']) } : {}) },
  );
}, 60_000);
