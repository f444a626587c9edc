import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { NEED_ORDER } from '../standing/standing.view.js';
import type { Fact, RowNames } from './report-table.rules.js';
import type { ReportPeriod } from './report-period.rules.js';
import { retentionCounts } from './retention-counts.rules.js';

interface Grain {
  program_id: string | null;
  coach_id: string | null;
}

type Counts = Record<string, number>;

/** The facts behind each table, by its key. */
export type ReportFacts = Record<
  'engagement' | 'standing' | 'contacts' | 'retention' | 'barc' | 'riskNotes' | 'promises',
  Fact[]
> & { held: { programId: string; held: number }[] };

/**
 * All that a report counts, in one trip, past the policies (decision 37): the whole organization for an administrator,
 * the team and those with no coach for a supervisor. Numbers alone.
 */
export async function reportFacts(
  tx: EntityManager,
  actor: Actor,
  { from, through }: ReportPeriod,
): Promise<ReportFacts> {
  const { today } = actor;
  const [stays, standings, contacts, lasted, barcs, notes, promises, held] = await Promise.all([
    tx.query<(Grain & Counts)[]>('SELECT * FROM report_stays($1, $2, $3)', [from, through, today]),
    tx.query<(Grain & { need: number; people: number })[]>('SELECT * FROM report_standings($1, $2)', [
      today,
      NEED_ORDER,
    ]),
    tx.query<(Grain & { way: string | null; reached: number; attempts: number })[]>(
      'SELECT * FROM report_contacts($1, $2)',
      [from, through],
    ),
    tx.query<(Grain & { days: number; is_lost: boolean; stays: number })[]>(
      'SELECT * FROM report_retention($1, $2, $3)',
      [from, through, today],
    ),
    tx.query<(Grain & Counts)[]>('SELECT * FROM report_barcs($1, $2)', [from, through]),
    tx.query<
      (Grain & { level: string; in_time: number; late: number; unanswered: number; minutes: number[] })[]
    >('SELECT * FROM report_risk_notes($1, $2)', [from, through]),
    tx.query<(Grain & Counts)[]>('SELECT * FROM report_promises($1, $2, $3)', [from, through, today]),
    tx.query<ReportFacts['held']>('SELECT program_id AS "programId", held FROM report_held($1, $2)', [
      from,
      through,
    ]),
  ]);
  return {
    engagement: stays.map((row) => fact(row, stayCounts(row))),
    standing: standings.map((row) =>
      fact(row, { [NEED_ORDER[row.need - 1]!]: row.people, people: row.people }),
    ),
    contacts: contacts.map((row) => ({
      ...fact(row, { reached: row.reached, attempts: row.attempts, all: row.reached + row.attempts }),
      kind: row.way,
    })),
    retention: lasted.map((row) => ({
      ...fact(row, retentionCounts(row.days, row.is_lost, row.stays)),
      lasted: [{ days: row.days, isLost: row.is_lost, stays: row.stays }],
    })),
    barc: barcs.map((row) => fact(row, barcCounts(row))),
    riskNotes: notes.map((row) => ({
      ...fact(row, {
        raised: row.in_time + row.late + row.unanswered,
        inTime: row.in_time,
        late: row.late,
        unanswered: row.unanswered,
      }),
      kind: row.level,
      minutes: row.minutes,
    })),
    promises: promises.map((row) =>
      fact(row, {
        all: row['kept']! + row['not_kept']! + row['released']! + row['open']!,
        kept: row['kept']!,
        notKept: row['not_kept']!,
        released: row['released']!,
        open: row['open']!,
      }),
    ),
    held,
  };
}

function fact({ program_id, coach_id }: Grain, counts: Counts): Fact {
  return { programId: program_id, coachId: coach_id, counts };
}

function stayCounts(row: Counts): Counts {
  const reasons = {
    completed: row['completed']!,
    moved: row['moved']!,
    left: row['left_early']!,
    lost: row['lost']!,
    died: row['died']!,
  };
  return {
    ...reasons,
    people: row['people']!,
    again: row['at_start']! + row['begun']! - row['people']!,
    atStart: row['at_start']!,
    begun: row['begun']!,
    atEnd: row['at_end']!,
    closed: Object.values(reasons).reduce((sum, each) => sum + each, 0),
  };
}

function barcCounts(row: Counts): Counts {
  const [once, moreOften] = [row['once']!, row['more_often']!];
  return {
    ...{ people: once + moreOften, once, moreOften },
    firstAt47: row['first_at_47']!,
    firstBelow: moreOften - row['first_at_47']!,
    lastAt47: row['last_at_47']!,
    lastBelow: moreOften - row['last_at_47']!,
    firstSum: row['first_sum']!,
    lastSum: row['last_sum']!,
  };
}

/** Names of the programs and of everybody who coaches or ever did. */
export async function reportNames(tx: EntityManager, actor: Actor): Promise<RowNames> {
  const [programs, coaches] = await Promise.all([
    tx.query<{ id: string; name: string }[]>(
      'SELECT id, name FROM programs WHERE organization_id = $1 ORDER BY name, id',
      [actor.organizationId],
    ),
    tx.query<{ id: string; name: string }[]>(
      `SELECT c.id, a.name FROM coaches c
         JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id WHERE c.organization_id = $1`,
      [actor.organizationId],
    ),
  ]);
  return { programs, coaches: new Map(coaches.map(({ id, name }) => [id, name])) };
}
