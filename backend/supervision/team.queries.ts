import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { STANDINGS } from '../standing/standing.rules.js';
import { NEED_ORDER } from '../standing/standing.view.js';
import type { TeamCounts, TeamRow } from './team.dto.js';

/** Today and the 29 days before. */
export const DAYS_COUNTED = 30;

interface OverviewRow extends Record<`standing_${number}`, number> {
  coach_id: string | null;
  coach_name: string | null;
  participant_count: number;
  reached_count: number;
  attempt_count: number;
  kept_promise_count: number;
  urgent_count: number;
  concern_count: number;
  watch_count: number;
}

const each = (write: (place: number) => string): string =>
  NEED_ORDER.map((_, index) => write(index + 1)).join(', ');

/** Stands for "no coach" where rows are matched: nothing equals null. */
const NOBODY = `'00000000-0000-0000-0000-000000000000'::uuid`;

/**
 * One row for each coach of the team and one for those with no coach, in one query whose cost follows the people, not
 * their history: standings are read from their calendars, contacts from the counts kept for each coach and day.
 * Somebody in two programs counts once, with the standing most in need.
 */
export const OVERVIEW = `
  WITH person AS (
    SELECT coalesce(s.coach_id, ${NOBODY}) AS coach_id,
           min(array_position($4::text[], s.standings[width_bucket($2::date, s.changes_on)])) AS need
      FROM standings s WHERE s.organization_id = $1 GROUP BY s.participant_id, s.coach_id),
  people AS (
    SELECT coach_id, ${each((place) => `count(*) FILTER (WHERE need = ${place}) AS standing_${place}`)},
           count(*) AS participant_count
      FROM person GROUP BY coach_id),
  notes AS (
    SELECT coalesce(note.coach_id, ${NOBODY}) AS coach_id,
           count(*) FILTER (WHERE note.level = 'urgent') AS urgent_count,
           count(*) FILTER (WHERE note.level = 'concern') AS concern_count,
           count(*) FILTER (WHERE note.level = 'watch') AS watch_count
      FROM (
        SELECT r.level, (SELECT p.primary_coach_id FROM participants p
                          WHERE p.organization_id = r.organization_id AND p.id = r.participant_id) AS coach_id
          FROM risk_notes r WHERE r.organization_id = $1 AND r.resolved_at IS NULL) note
     GROUP BY 1),
  team AS (
    SELECT c.id, a.name, a.disabled_at IS NOT NULL AS is_disabled, d.reached_count, d.attempt_count, (
             SELECT count(*) FROM promises m
              WHERE m.organization_id = c.organization_id AND m.kept_by = c.id AND m.kept_at IS NOT NULL
                AND m.kept_on BETWEEN $2::date - ${DAYS_COUNTED - 1} AND $2::date) AS kept_promise_count
      FROM coaches c
      JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id,
      LATERAL (
        SELECT coalesce(sum(d.reached_count), 0) AS reached_count, coalesce(sum(d.attempt_count), 0) AS attempt_count
          FROM coach_days d
         WHERE d.organization_id = c.organization_id AND d.coach_id = c.id
           AND d.occurred_on BETWEEN $2::date - ${DAYS_COUNTED - 1} AND $2::date) d
     WHERE c.organization_id = $1 AND c.supervisor_id = ANY ($3::uuid[])
    UNION ALL SELECT ${NOBODY}, NULL, false, 0, 0, 0)
  SELECT nullif(team.id, ${NOBODY}) AS coach_id, team.name AS coach_name, team.reached_count, team.attempt_count, team.kept_promise_count,
         ${each((place) => `coalesce(people.standing_${place}, 0) AS standing_${place}`)},
         coalesce(people.participant_count, 0) AS participant_count, coalesce(notes.urgent_count, 0) AS urgent_count,
         coalesce(notes.concern_count, 0) AS concern_count, coalesce(notes.watch_count, 0) AS watch_count
    FROM team
    LEFT JOIN people ON people.coach_id = team.id
    LEFT JOIN notes ON notes.coach_id = team.id
   WHERE NOT team.is_disabled OR people.participant_count > 0 OR team.reached_count + team.attempt_count + team.kept_promise_count > 0
      OR notes.coach_id IS NOT NULL
   ORDER BY team.name IS NULL, lower(team.name), team.id`;

/** The rows of the overview: a coach who can no longer sign in stays for as long as something stands by their name. */
export async function teamRows(tx: EntityManager, actor: Actor): Promise<TeamRow[]> {
  const rows = await tx.query<OverviewRow[]>(OVERVIEW, [
    actor.organizationId,
    actor.today,
    actor.actingFor,
    NEED_ORDER,
  ]);
  return rows.map((row) => ({
    coach: row.coach_id === null ? null : { accountId: row.coach_id, name: row.coach_name ?? '' },
    standings: standingsOf(row),
    participantCount: row.participant_count,
    reachedCount: row.reached_count,
    attemptCount: row.attempt_count,
    keptPromiseCount: row.kept_promise_count,
    openRiskNotes: { urgent: row.urgent_count, concern: row.concern_count, watch: row.watch_count },
  }));
}

function standingsOf(row: OverviewRow): TeamCounts['standings'] {
  const counts = STANDINGS.map((standing) => [standing, row[`standing_${NEED_ORDER.indexOf(standing) + 1}`]]);
  return Object.fromEntries(counts) as TeamCounts['standings'];
}

/** Whether this coach reports to the acting supervisor, or to one they cover. */
export async function isOnTeam(tx: EntityManager, actor: Actor, coachId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    'SELECT 1 FROM coaches WHERE organization_id = $1 AND id = $2 AND supervisor_id = ANY ($3::uuid[])',
    [actor.organizationId, coachId, actor.actingFor],
  );
  return rows.length > 0;
}
