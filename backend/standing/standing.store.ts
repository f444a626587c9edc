import type { EntityManager } from 'typeorm';
import type { SendLast } from '../access/door.js';
import type { StandingFacts } from './standing-facts.js';
import { standingCalendar } from './standing.rules.js';

export interface FactsRow {
  enrollment_id: string;
  enrolled_on: string;
  agreed_cadence_days: number;
  agreed_cadence_on: string;
  last_reached_on: string | null;
  attempt_days: string[];
  last_check_in_on: string | null;
  windows: StandingFacts['windows'] | null;
  risk_notes: StandingFacts['riskNotes'] | null;
  pauses: StandingFacts['pauses'] | null;
  earlier_cadences: StandingFacts['earlierCadences'] | null;
}

const STORE = 'SELECT store_standing($1, $2, $3, $4, $5, $6, $7, $8)';

/**
 * Works the standing of a participant's open enrollments out anew from the rows themselves, and stores it. Called in
 * the transaction of every write that can move a standing: log, amend, void, risk note, enrollment, check-in.
 *
 * The calendar stored says what the standing will be on every coming day as long as nothing happens, so that reading
 * it is a look-up (see docs/decisions/0002-standing-is-a-calendar.md).
 *
 * @param last `actor.last`, where nothing that comes after moves it once more: stored in one trip with the commit
 */
export async function recomputeStanding(
  tx: Pick<EntityManager, 'query'>,
  participantId: string,
  last?: SendLast,
): Promise<void> {
  const [, rows] = (await Promise.all([
    holdStanding(tx, participantId),
    tx.query('SELECT * FROM standing_facts($1)', [participantId]),
  ])) as [unknown, FactsRow[]];
  await Promise.all(
    rows.map(async (row) => {
      const calendar = standingCalendar(factsOf(row));
      const values = [
        row.enrollment_id,
        row.last_reached_on,
        row.attempt_days,
        row.last_check_in_on,
        calendar.changesOn,
        calendar.standings,
        calendar.duesOn,
        JSON.stringify(calendar.reasons),
      ];
      if (last) last(STORE, values);
      else await tx.query(STORE, values);
    }),
  );
}

/** Waits for any other write about this participant's standing, and lets the next one wait until the transaction ends. */
export function holdStanding(tx: Pick<EntityManager, 'query'>, participantId: string): Promise<unknown> {
  return tx.query('SELECT hold_standing($1)', [participantId]);
}

export function factsOf(row: FactsRow): StandingFacts {
  return {
    enrolledOn: row.enrolled_on,
    agreedCadence: { days: row.agreed_cadence_days, beganOn: row.agreed_cadence_on },
    earlierCadences: row.earlier_cadences ?? [],
    lastReachedOn: row.last_reached_on,
    attemptDays: row.attempt_days,
    windows: row.windows ?? [],
    riskNotes: row.risk_notes ?? [],
    pauses: row.pauses ?? [],
    lastCheckInOn: row.last_check_in_on,
  };
}
