import { DEFAULT_LOAD, loadOf, type LoadShape } from '../../backend/coaches/load.rules.js';
import { STANDINGS } from '../../backend/standing/standing.rules.js';
import { NEED_ORDER } from '../../backend/standing/standing.view.js';
import { periodAsked } from '../../backend/supervision/team-period.rules.js';
import { sumOfWeights, totalsOf } from '../../backend/supervision/team-totals.rules.js';
import { type Answer, type Asker, prepared } from './bare-database.js';
import { OVERVIEW } from './bare-overview-statement.js';

const STATEMENT = prepared(OVERVIEW);
const WITHOUT_SUPERVISOR = prepared(`
  SELECT c.id AS "accountId", a.name FROM coaches c
    JOIN accounts a ON a.organization_id = $1 AND a.id = c.id
    LEFT JOIN accounts s ON s.organization_id = $1 AND s.id = c.supervisor_id AND s.disabled_at IS NULL
   WHERE c.organization_id = $1 AND c.is_coaching AND a.disabled_at IS NULL AND s.id IS NULL
   ORDER BY lower(a.name), c.id`);

type Row = Record<string, number | null> & {
  coach_id: string | null;
  name: string;
  is_gone: boolean;
  shapes: (LoadShape & { count: number })[] | null;
};
type Since = { since: Date | null };

/** What stands with each coach of the team, what happened in 30 days, what they carry, and the sum of it. */
export async function overview({ query, organizationId, accountId, today }: Asker): Promise<Answer> {
  const period = periodAsked({}, today);
  const [found, coachesWithoutSupervisor] = await Promise.all([
    query<Row & Since>(STATEMENT, [organizationId, today, accountId, period.from]),
    query(WITHOUT_SUPERVISOR, [organizationId]),
  ]);
  const rows = found.map((row) => ({
    coach: row.coach_id === null ? null : { accountId: row.coach_id, name: row.name },
    isGone: row.is_gone,
    load:
      row.coach_id === null
        ? null
        : loadOf(
            row.shapes ?? [],
            { capacity: row['capacity'] ?? null, headCountCeiling: row['head_count_ceiling'] ?? null },
            DEFAULT_LOAD,
          ),
    standings: Object.fromEntries(
      STANDINGS.map((standing) => [standing, row[`need_${NEED_ORDER.indexOf(standing) + 1}`] ?? 0]),
    ) as Record<(typeof STANDINGS)[number], number>,
    participantCount: row['participants'] ?? 0,
    openRiskNotes: {
      urgent: row['urgent'] ?? 0,
      concern: row['concern'] ?? 0,
      watch: row['watch'] ?? 0,
      unanswered: row['unanswered'] ?? 0,
      unansweredSince: row.since,
    },
    openPromiseCount: row['made'] ?? 0,
    overduePromiseCount: row['late'] ?? 0,
    stillGoalCount: row['still'] ?? 0,
    reachedCount: row['reached'] ?? 0,
    attemptCount: row['attempts'] ?? 0,
    keptPromiseCount: row['kept'] ?? 0,
    checkInCount: row['check_ins'] ?? 0,
    movingGoalCount: row['moving'] ?? 0,
  }));
  const loads = rows.flatMap(({ load }) => load ?? []);
  const load = {
    weight: sumOfWeights(loads.map(({ weight }) => weight)),
    capacity: sumOfWeights(loads.map(({ capacity }) => capacity)),
  };
  const body = { today, ...period, rows, totals: totalsOf(rows), load, coachesWithoutSupervisor };
  return { body, trail: { action: 'team.opened' } };
}
