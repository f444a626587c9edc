import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { type LoadSettingsRow, settingsOf } from '../coaches/load.queries.js';
import { LOAD_DAYS, loadOf, type LoadSettings, type LoadShape } from '../coaches/load.rules.js';
import type { CoveredPerson } from '../cover/cover.dto.js';
import { coveredToday } from '../cover/covered.queries.js';
import { STILL_DAYS } from '../goals/goal.rules.js';
import type { StaffName } from '../participants/participant.dto.js';
import { STANDINGS } from '../standing/standing.rules.js';
import { NEED_ORDER } from '../standing/standing.view.js';
import type { TeamRow, TeamWeeks } from './team.dto.js';
import { type Period, WEEKS_SHOWN, weeksThrough } from './team-period.rules.js';

/** One row for each coach of the team and one for those with no coach; `team_numbers` counts it. */
interface TeamNumbersRow {
  coach_id: string | null;
  coach_name: string | null;
  is_gone: boolean;
  capacity: number | null;
  participant_count: number;
  /** By NEED_ORDER. */
  need_counts: string[];
  urgent_count: number;
  concern_count: number;
  watch_count: number;
  unanswered_count: number;
  unanswered_since: Date | null;
  reached_count: number;
  attempt_count: number;
  kept_count: number;
  open_count: number;
  overdue_count: number;
  check_in_count: number;
  moving_count: number;
  still_count: number;
  shapes: (LoadShape & { count: number })[] | null;
}

const { early, late, first, long } = LOAD_DAYS;

/**
 * What is asked once stands with those who have no coach: who reports to no supervisor that can act, what people weigh
 * here, and the ceilings that are a coach's own.
 */
interface NobodysRow {
  without_supervisor: StaffName[] | null;
  load_settings: LoadSettingsRow | null;
  ceilings: Record<string, number> | null;
}

const NUMBERS = `
  SELECT n.*, nobody.*
    FROM team_numbers($1, $2, $3, $4, $5, $6, $7, $8, $9) n
    LEFT JOIN LATERAL (
      SELECT (SELECT to_jsonb(l) FROM load_settings l WHERE l.organization_id = $10) AS load_settings,
             (SELECT jsonb_object_agg(c.id, c.head_count_ceiling) FROM coaches c
               WHERE c.organization_id = $10 AND c.head_count_ceiling IS NOT NULL) AS ceilings,
             (SELECT jsonb_agg(jsonb_build_object('accountId', c.id, 'name', a.name) ORDER BY lower(a.name), c.id)
                FROM coaches c
                JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
                LEFT JOIN account_roles r ON r.organization_id = c.organization_id AND r.account_id = c.supervisor_id
                 AND r.role = 'supervisor'
                LEFT JOIN accounts s ON s.organization_id = r.organization_id AND s.id = r.account_id
               WHERE c.organization_id = $10 AND c.is_coaching AND a.disabled_at IS NULL
                 AND (s.id IS NULL OR s.disabled_at IS NOT NULL)) AS without_supervisor) nobody ON n.coach_id IS NULL`;

/**
 * In one query whose cost follows the people and not their history: standings are read from their calendars, contacts
 * from the counts kept for each coach and day, goals from the days on which they moved. Somebody in two programs counts
 * once, with the standing most in need. A coach who is gone stays for as long as something stands by their name.
 */
export async function teamNumbers(
  tx: EntityManager,
  actor: Actor,
  { from, to }: Period,
): Promise<{ rows: TeamRow[]; coachesWithoutSupervisor: StaffName[] }> {
  const rows = await tx.query<(TeamNumbersRow & NobodysRow)[]>(NUMBERS, [
    ...[actor.today, from, to, NEED_ORDER, STILL_DAYS],
    ...[early, late, first, long, actor.organizationId],
  ]);
  const covered = await coveredTeams(tx, actor);
  const nobodys = rows.at(-1);
  const settings = settingsOf(nobodys?.load_settings ?? null);
  return {
    rows: rows.map((row) => {
      const coverFor = row.coach_id === null ? undefined : covered.get(row.coach_id);
      return { ...teamRow(row, settings, nobodys?.ceilings ?? {}), ...(coverFor && { coverFor }) };
    }),
    coachesWithoutSupervisor: nobodys?.without_supervisor ?? [],
  };
}

function teamRow(row: TeamNumbersRow, settings: LoadSettings, ceilings: Record<string, number>): TeamRow {
  const standings = STANDINGS.map((standing) => [
    standing,
    Number(row.need_counts[NEED_ORDER.indexOf(standing)]),
  ]);
  return {
    coach: row.coach_id === null ? null : { accountId: row.coach_id, name: row.coach_name ?? '' },
    isGone: row.is_gone,
    load:
      row.coach_id === null
        ? null
        : loadOf(
            row.shapes ?? [],
            { capacity: row.capacity, headCountCeiling: ceilings[row.coach_id] ?? null },
            settings,
          ),
    standings: Object.fromEntries(standings) as TeamRow['standings'],
    participantCount: row.participant_count,
    openRiskNotes: {
      urgent: row.urgent_count,
      concern: row.concern_count,
      watch: row.watch_count,
      unanswered: row.unanswered_count,
      unansweredSince: row.unanswered_since,
    },
    openPromiseCount: row.open_count,
    overduePromiseCount: row.overdue_count,
    stillGoalCount: row.still_count,
    reachedCount: row.reached_count,
    attemptCount: row.attempt_count,
    keptPromiseCount: row.kept_count,
    checkInCount: row.check_in_count,
    movingGoalCount: row.moving_count,
  };
}

/** Coaches of the teams that the acting supervisor covers today, with whose they are; none asks nothing. */
async function coveredTeams(tx: EntityManager, actor: Actor): Promise<Map<string, CoveredPerson>> {
  const covered = await coveredToday(tx, actor);
  if (covered.size === 0) return new Map();
  const rows = await tx.query<{ id: string; supervisor_id: string }[]>(
    'SELECT id, supervisor_id FROM coaches WHERE organization_id = $1 AND supervisor_id = ANY ($2::uuid[])',
    [actor.organizationId, [...covered.keys()]],
  );
  return new Map(rows.map(({ id, supervisor_id }) => [id, covered.get(supervisor_id)!]));
}

interface WeekRow {
  coach_id: string;
  week: number;
  reached_count: number;
  attempt_count: number;
}

/** Reached and attempts by week, of the team and of each coach with a contact in these weeks. */
export async function teamWeeks(tx: EntityManager, to: string): Promise<TeamWeeks> {
  const rows = await tx.query<WeekRow[]>('SELECT * FROM team_weeks($1, $2)', [to, WEEKS_SHOWN]);
  const weeks = weeksThrough(to);
  const countsOf = (coachId: string | null, of: WeekRow[]): TeamWeeks['rows'][number] => {
    const sums = (count: (row: WeekRow) => number) =>
      weeks.map((_, index) =>
        of.filter(({ week }) => week === WEEKS_SHOWN - 1 - index).reduce((sum, row) => sum + count(row), 0),
      );
    return {
      coachId,
      reachedCounts: sums((row) => row.reached_count),
      attemptCounts: sums((row) => row.attempt_count),
    };
  };
  const byCoach = Map.groupBy(rows, (row) => row.coach_id);
  return { weeks, rows: [countsOf(null, rows), ...[...byCoach].map(([id, of]) => countsOf(id, of))] };
}

/** Whether this coach reports to the acting supervisor, or to one they cover. */
export async function isOnTeam(tx: EntityManager, actor: Actor, coachId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    'SELECT 1 FROM coaches WHERE organization_id = $1 AND id = $2 AND supervisor_id = ANY ($3::uuid[])',
    [actor.organizationId, coachId, actor.actingFor],
  );
  return rows.length > 0;
}
