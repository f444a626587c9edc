import { STANDINGS } from '../../backend/standing/standing.rules.js';
import { NEED_ORDER } from '../../backend/standing/standing.view.js';
import { totalsOf } from '../../backend/supervision/team-totals.rules.js';
import { type Answer, type Asker, prepared } from './bare-database.js';

/** Stands for "no coach", so that rows can be matched by hashing. */
const NOBODY = `'00000000-0000-0000-0000-000000000000'::uuid`;
const NEED = `ARRAY['${NEED_ORDER.join("', '")}']`;
const needs = NEED_ORDER.map((_, index) => `need_${index + 1}`);

const OVERVIEW = prepared(`
  WITH team AS MATERIALIZED (
    SELECT c.id, a.name, a.disabled_at FROM coaches c JOIN accounts a ON a.organization_id = $1 AND a.id = c.id
     WHERE c.organization_id = $1 AND c.supervisor_id = $3),
  people AS (
    SELECT coach_id, ${needs.map((need, index) => `count(*) FILTER (WHERE need = ${index + 1}) AS ${need}`).join(', ')},
           count(*) AS participant_count
      FROM (SELECT coalesce(s.coach_id, ${NOBODY}) AS coach_id,
                   min(array_position(${NEED}, s.standings[width_bucket($2::date, s.changes_on)])) AS need
              FROM standings s
             WHERE s.organization_id = $1 AND (s.coach_id IS NULL OR s.coach_id IN (SELECT id FROM team))
             GROUP BY s.participant_id, s.coach_id) s
     GROUP BY coach_id),
  notes AS (
    SELECT coalesce(p.primary_coach_id, ${NOBODY}) AS coach_id, count(*) FILTER (WHERE r.level = 'urgent') AS urgent,
           count(*) FILTER (WHERE r.level = 'concern') AS concern, count(*) FILTER (WHERE r.level = 'watch') AS watch
      FROM risk_notes r JOIN participants p ON p.organization_id = $1 AND p.id = r.participant_id
     WHERE r.organization_id = $1 AND r.resolved_at IS NULL GROUP BY 1),
  days AS (
    SELECT coach_id, sum(reached_count) AS reached, sum(attempt_count) AS attempts FROM coach_days
     WHERE organization_id = $1 AND coach_id IN (SELECT id FROM team)
       AND occurred_on BETWEEN $2::date - 29 AND $2::date GROUP BY 1),
  kept AS (
    SELECT kept_by AS coach_id, count(*) AS promises FROM promises
     WHERE organization_id = $1 AND kept_by IN (SELECT id FROM team) AND kept_at IS NOT NULL
       AND kept_on BETWEEN $2::date - 29 AND $2::date GROUP BY 1),
  line AS (SELECT * FROM team UNION ALL SELECT ${NOBODY}, NULL, NULL)
  SELECT nullif(line.id, ${NOBODY}) AS coach_id, line.name, people.participant_count,
         ${needs.join(', ')}, notes.urgent, notes.concern, notes.watch, days.reached, days.attempts, kept.promises
    FROM line
    LEFT JOIN people ON people.coach_id = line.id
    LEFT JOIN notes ON notes.coach_id = line.id
    LEFT JOIN days ON days.coach_id = line.id
    LEFT JOIN kept ON kept.coach_id = line.id
   WHERE line.disabled_at IS NULL OR people.participant_count > 0 OR days.reached + days.attempts > 0 OR kept.promises > 0
      OR notes.coach_id IS NOT NULL
   ORDER BY line.name IS NULL, lower(line.name), line.id`);

type Row = Record<string, number | null> & { coach_id: string | null; name: string };

/** What stands with each coach of the team, and the sum of it. */
export async function overview({ query, organizationId, accountId, today }: Asker): Promise<Answer> {
  const found = await query<Row>(OVERVIEW, [organizationId, today, accountId]);
  const rows = found.map((row) => ({
    coach: row.coach_id === null ? null : { accountId: row.coach_id, name: row.name },
    standings: Object.fromEntries(
      STANDINGS.map((standing) => [standing, row[needs[NEED_ORDER.indexOf(standing)]!] ?? 0]),
    ) as Record<(typeof STANDINGS)[number], number>,
    participantCount: row['participant_count'] ?? 0,
    reachedCount: row['reached'] ?? 0,
    attemptCount: row['attempts'] ?? 0,
    keptPromiseCount: row['promises'] ?? 0,
    openRiskNotes: { urgent: row['urgent'] ?? 0, concern: row['concern'] ?? 0, watch: row['watch'] ?? 0 },
  }));
  return { body: { today, rows, totals: totalsOf(rows) }, trail: { action: 'team.opened' } };
}
