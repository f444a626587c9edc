import fc from 'fast-check';
import { today } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, riskNoteAbout } from '../given/words.js';
import { livedThrough } from '../rules/standing-day-by-day.js';
import type { StandingFacts } from '../../backend/standing/standing-facts.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const OUTCOMES = ['reached', 'no answer', 'left message', 'no-show', 'wrong number'] as const;

/** What happens on one of the days, each on the contact or note (by number) that is there to be had. */
const happening = fc.record({
  daysOn: fc.nat({ max: 3 }),
  what: fc.constantFrom('log', 'log', 'log', 'amend', 'void', 'raise', 'resolve'),
  which: fc.nat({ max: 9 }),
  daysAgo: fc.nat({ max: 12 }),
  outcome: fc.constantFrom(...OUTCOMES, 'reached' as const),
  level: fc.constantFrom('urgent', 'concern', 'watch'),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

interface Written {
  contacts: { path: string; version: number }[];
  notes: string[];
}

async function happens(
  { theo, rosa, sam, organization }: Team,
  written: Written,
  it: Happening,
): Promise<void> {
  server.clock.advance(it.daysOn * 1440);
  const coach = await server.as(rosa);
  const occurredOn = today(organization, -it.daysAgo);
  const contact = written.contacts[it.which % (written.contacts.length || 1)];
  const note = written.notes[it.which % (written.notes.length || 1)];
  if (it.what === 'log') {
    const logged = contactWith(theo, { occurredOn, outcome: it.outcome });
    expect((await coach.post('/api/contacts', logged)).status).toBe(201);
    written.contacts.push({ path: `/api/contacts/${logged.contactId}`, version: 1 });
  } else if (it.what === 'amend' && contact) {
    const words = { occurredOn, outcome: it.outcome };
    const { status } = await coach.put(contact.path, words, onVersion(contact.version));
    expect([200, 409]).toContain(status);
    if (status === 200) contact.version += 1;
  } else if (it.what === 'void' && contact) {
    const { status } = await coach.post(
      `${contact.path}/void`,
      { reason: 'Not so' },
      onVersion(contact.version),
    );
    expect([200, 409]).toContain(status);
  } else if (it.what === 'raise') {
    const { riskNoteId, ...words } = riskNoteAbout(theo, { level: it.level });
    expect((await coach.post('/api/risk-notes', { riskNoteId, ...words })).status).toBe(201);
    written.notes.push(`/api/risk-notes/${riskNoteId}`);
  } else if (it.what === 'resolve' && note) {
    const { status } = await (
      await server.as(sam)
    ).post(`${note}/resolve`, { words: 'Talked.' }, onVersion(1));
    expect([200, 409]).toContain(status);
  }
}

/** The rows as anybody would read them, without the functions of the database. */
async function factsOf({ theo, organization }: Team): Promise<StandingFacts> {
  const rows = async (sql: string): Promise<Record<string, string>[]> =>
    (await server.database.query(sql, [organization.organizationId, theo.participantId])).rows;
  const where = 'WHERE organization_id = $1 AND participant_id = $2';
  const [enrollment] = await rows(`SELECT enrolled_on FROM enrollments ${where}`);
  const enrolledOn = enrollment!['enrolled_on']!;
  const contacts = await rows(`SELECT occurred_on, outcome FROM contacts ${where} AND voided_at IS NULL`);
  const daysOf = (isReached: boolean): string[] =>
    contacts
      .filter((each) => (each['outcome'] === 'reached') === isReached)
      .map((each) => each['occurred_on']!);
  const notes = await rows(
    `SELECT level, raised_on AS "raisedOn", resolved_on AS "resolvedOn" FROM risk_notes ${where}`,
  );
  return {
    enrolledOn,
    agreedCadence: { days: 7, beganOn: enrolledOn },
    earlierCadences: [],
    lastReachedOn:
      daysOf(true)
        .filter((day) => day >= enrolledOn)
        .sort()
        .at(-1) ?? null,
    attemptDays: daysOf(false),
    windows: [],
    riskNotes: notes as unknown as StandingFacts['riskNotes'],
    pauses: [],
    lastCheckInOn: null,
  };
}

async function storedThrough({ theo }: Team, from: string, through: string): Promise<Map<string, unknown>> {
  const { rows } = await server.database.query<{ day: string; standing: string; due_on: string }>(
    `SELECT d::date AS day, s.standings[i] AS standing, s.dues_on[i] AS due_on
       FROM standings s, generate_series($2::date, $3::date, '1 day') d,
            LATERAL (SELECT greatest(1, width_bucket(d::date, s.changes_on)) AS i) at
      WHERE s.enrollment_id = $1`,
    [theo.enrollmentId, from, through],
  );
  return new Map(rows.map(({ day, standing, due_on }) => [day, { standing, dueOn: due_on }]));
}

async function countedDays({ rosa }: Team, table: 'coach_days' | 'contacts'): Promise<unknown> {
  const { rows } = await server.database.query(
    table === 'coach_days'
      ? `SELECT occurred_on, reached_count, attempt_count FROM coach_days
          WHERE coach_id = $1 AND reached_count + attempt_count > 0 ORDER BY 1`
      : `SELECT occurred_on, (count(*) FILTER (WHERE outcome = 'reached'))::integer AS reached_count,
                (count(*) FILTER (WHERE outcome <> 'reached'))::integer AS attempt_count
           FROM contacts WHERE coach_id = $1 AND voided_at IS NULL GROUP BY 1 ORDER BY 1`,
    [rosa.accountId],
  );
  return rows;
}

test('whatever is logged, amended, voided, raised and resolved: what is stored is what the rows say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 12 }), async (history) => {
      server.clock.set('2026-03-10T16:00:00Z');
      const team = await aTeam(server, { theo: { enrolledOn: '2026-03-01' } });
      await aParticipantOf(team.rosa, { preferredName: 'Mina' });
      const written: Written = { contacts: [], notes: [] };
      for (const each of history) await happens(team, written, each);

      const now = today(team.organization);
      const through = today(team.organization, 35);
      const stored = await storedThrough(team, now, through);
      const lived = livedThrough(await factsOf(team), through);
      for (const [day, { standing, dueOn }] of lived)
        if (day >= now)
          expect({ day, ...(stored.get(day) as object) }).toMatchObject({
            day,
            standing,
            ...(dueOn && { dueOn }),
          });
      expect(stored.size).toBe(36);
      expect(await countedDays(team, 'coach_days')).toEqual(await countedDays(team, 'contacts'));

      const coach = await server.as(team.rosa);
      const { body: caseload } = await coach.get('/api/caseload');
      for (const [standing, count] of Object.entries(caseload.counts)) {
        const { body: list } = await coach.get(`/api/caseload?standing=${encodeURIComponent(standing)}`);
        expect({ standing, count: list.items.length }).toEqual({ standing, count });
      }
      const theo = caseload.items.find(
        (each: { participantId: string }) => each.participantId === team.theo.participantId,
      );
      expect(theo.standing).toMatchObject({ is: (stored.get(now) as { standing: string }).standing });
    }),
    { numRuns: 15 },
  );
});
