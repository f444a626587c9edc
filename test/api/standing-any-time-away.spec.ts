import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import type { StandingFacts } from '../../backend/standing/standing-facts.js';
import { today } from '../given/organization.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion } from '../given/words.js';
import { livedThrough } from '../rules/standing-day-by-day.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const EVENTS = [
  'release',
  'hospital discharge',
  'detox discharge',
  'overdose',
  'medication stopped',
] as const;
const REASONS = ['wish', 'jail', 'hospital', 'residential'] as const;

/** What happens on one of the days, each on the window or pause (by number) that is there to be had. */
const happening = fc.record({
  daysOn: fc.nat({ max: 4 }),
  what: fc.constantFrom('open', 'close', 'undo window', 'begin', 'change', 'end', 'undo pause', 'reach'),
  which: fc.nat({ max: 5 }),
  event: fc.constantFrom(...EVENTS),
  reason: fc.constantFrom(...REASONS),
  daysAgo: fc.nat({ max: 20 }),
  daysAhead: fc.integer({ min: 0, max: 25 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** Refused or done: both are right answers, and nothing else is. */
const RIGHT = [200, 201, 204, 409, 412, 422];

async function happens({ theo, rosa, organization }: Team, it: Happening): Promise<void> {
  server.clock.advance(it.daysOn * 1440);
  const coach = await server.as(rosa);
  const person = `/api/participants/${theo.participantId}`;
  const { body: page } = await coach.get(person);
  const window = page.windows[it.which % (page.windows.length || 1)];
  const pause = page.pauses[it.which % (page.pauses.length || 1)];
  const ago = today(organization, -it.daysAgo);
  const ahead = today(organization, it.daysAhead);
  const asked = {
    open: () => coach.post(`${person}/windows`, { windowId: newId(), event: it.event, beganOn: ago }),
    begin: () =>
      coach.post(`${person}/pauses`, { pauseId: newId(), reason: it.reason, fromOn: ago, throughOn: ahead }),
    reach: () => coach.post('/api/contacts', contactWith(theo)),
    close: () =>
      window &&
      coach.post(`/api/windows/${window.windowId}/close`, { reason: 'x' }, onVersion(window.version)),
    'undo window': () =>
      window && coach.post(`/api/windows/${window.windowId}/undo`, {}, onVersion(window.version)),
    change: () =>
      pause && coach.put(`/api/pauses/${pause.pauseId}`, { throughOn: ahead }, onVersion(pause.version)),
    end: () =>
      pause && coach.post(`/api/pauses/${pause.pauseId}/end`, { outOn: ago }, onVersion(pause.version)),
    'undo pause': () =>
      pause && coach.post(`/api/pauses/${pause.pauseId}/undo`, {}, onVersion(pause.version)),
  }[it.what];
  const answer = await asked();
  if (answer) expect(RIGHT).toContain(answer.status);
}

/** The rows as anybody would read them, without the functions of the database. */
async function factsOf({ theo, organization }: Team): Promise<StandingFacts> {
  const rows = async (sql: string): Promise<Record<string, string>[]> =>
    (await server.database.query(sql, [organization.organizationId, theo.participantId])).rows;
  const where = 'WHERE organization_id = $1 AND participant_id = $2';
  const [reached] = await rows(`SELECT max(occurred_on)::text AS day FROM contacts ${where}`);
  return {
    enrolledOn: '2026-03-01',
    agreedCadence: { days: 7, beganOn: '2026-03-01' },
    earlierCadences: [],
    lastReachedOn: reached!['day'] ?? null,
    attemptDays: [],
    riskNotes: [],
    lastCheckInOn: null,
    windows: (await rows(
      `SELECT began_on AS "beganOn", closed_on AS "closedOn" FROM vulnerability_windows ${where} AND undone_at IS NULL`,
    )) as unknown as StandingFacts['windows'],
    pauses: (await rows(
      `SELECT from_on AS "fromOn", through_on AS "throughOn", reason FROM pauses ${where} AND undone_at IS NULL`,
    )) as unknown as StandingFacts['pauses'],
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

/** Every time away that counts leads to one window on the day it ends, unless one was closed or stands there already. */
async function everyEndHasItsWindow({ theo, organization }: Team): Promise<void> {
  const { rows } = await server.database.query(
    `SELECT u.id FROM pauses u
      WHERE u.organization_id = $1 AND u.participant_id = $2 AND u.undone_at IS NULL AND u.reason <> 'wish'
        AND NOT EXISTS (SELECT 1 FROM vulnerability_windows w
                         WHERE w.organization_id = u.organization_id AND w.participant_id = u.participant_id
                           AND w.undone_at IS NULL AND w.began_on = u.through_on + 1)`,
    [organization.organizationId, theo.participantId],
  );
  expect(rows).toEqual([]);
}

test('whatever is opened, closed, begun, moved, ended and taken back: what is stored is what the rows say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 10 }), async (history) => {
      server.clock.set('2026-03-25T16:00:00Z');
      const team = await aTeam(server, { theo: { enrolledOn: '2026-03-01' } });
      for (const each of history) await happens(team, each);
      const now = today(team.organization);
      const through = today(team.organization, 120);
      const stored = await storedThrough(team, now, through);
      for (const [day, { standing, dueOn }] of livedThrough(await factsOf(team), through))
        if (day >= now)
          expect({ day, ...(stored.get(day) as object) }).toMatchObject({
            day,
            standing,
            ...(dueOn && { dueOn }),
          });
      expect(stored.size).toBe(121);
      await everyEndHasItsWindow(team);
    }),
    { numRuns: 20 },
  );
});
