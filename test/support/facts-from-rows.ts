import type { StandingFacts } from '../../backend/standing/standing-facts.js';

/** Rows of a database by table, with columns by their names there; days as text. */
export type Rows = Record<string, Record<string, unknown>[]>;

/**
 * What the standing of an enrollment follows from, read from the rows in the plainest way there is, to hold what the
 * database gathers against it.
 */
export function factsFromRows(rows: Rows, enrollment: Record<string, unknown>): StandingFacts {
  const of = (table: string) =>
    rows[table]!.filter(({ participant_id }) => participant_id === enrollment['participant_id']);
  const day = (row: Record<string, unknown>, column: string) => row[column] as string;
  const enrolledOn = day(enrollment, 'enrolled_on');
  const counting = of('contacts').filter(
    (contact) => contact['voided_at'] === null && day(contact, 'occurred_on') >= enrolledOn,
  );
  const daysOf = (isReached: boolean) =>
    [
      ...new Set(
        counting
          .filter(({ outcome }) => (outcome === 'reached') === isReached)
          .map((each) => day(each, 'occurred_on')),
      ),
    ].sort();
  const lastReachedOn = daysOf(true).at(-1) ?? null;
  return {
    enrolledOn,
    agreedCadence: {
      days: enrollment['agreed_cadence_days'] as number,
      beganOn: day(enrollment, 'agreed_cadence_on'),
    },
    earlierCadences: [],
    lastReachedOn,
    attemptDays: daysOf(false).filter((each) => lastReachedOn === null || each > lastReachedOn),
    windows: of('vulnerability_windows')
      .filter(({ undone_at }) => !undone_at)
      .map((each) => ({
        beganOn: day(each, 'began_on'),
        closedOn: each['closed_on'] as string | null,
      })),
    riskNotes: of('risk_notes').map((each) => ({
      level: each['level'] as 'urgent',
      raisedOn: day(each, 'raised_on'),
      resolvedOn: each['resolved_on'] as string | null,
    })),
    pauses: of('pauses')
      .filter(({ undone_at }) => !undone_at)
      .map((each) => ({
        fromOn: day(each, 'from_on'),
        throughOn: day(each, 'through_on'),
        reason: each['reason'] as 'wish',
      })),
    lastCheckInOn:
      of('check_ins')
        .map((each) => day(each, 'checked_in_on'))
        .filter((each) => each >= enrolledOn)
        .sort()
        .at(-1) ?? null,
  };
}
