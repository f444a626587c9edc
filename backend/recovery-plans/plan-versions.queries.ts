import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { PlanPartName } from './plan-parts.js';
import { CHANGE_COLUMNS, changeOf, type ChangeRow, MAKER } from './plan-parts.queries.js';
import { whatChanged } from './recovery-plan.rules.js';
import type { PlanVersions } from './recovery-plan.view.js';
import type { Planner } from './whose-plan.js';

const PAGE = 30;

interface VersionRow extends ChangeRow {
  version: number;
  part: PlanPartName;
  lines: string[];
  lines_before: string[] | null;
}

/** The lines of a version; of the people, each in a line as they were named then. */
const LINES = (alias: string): string => `
  CASE WHEN ${alias}.part = 'people' THEN ARRAY(
    SELECT concat_ws(', ', p.name, nullif(p.relation, ''), nullif(p.phone, '')) FROM recovery_plan_people p
     WHERE p.organization_id = ${alias}.organization_id AND p.participant_id = ${alias}.participant_id
       AND p.version = ${alias}.version ORDER BY p.position)
  ELSE ${alias}.lines END`;

/** What was changed, the latest first, by pages. */
export async function versionsOf(
  tx: EntityManager,
  actor: Actor,
  planner: Planner,
  before: number | undefined,
): Promise<PlanVersions> {
  const rows = await tx.query<VersionRow[]>(
    `SELECT v.version, v.part, ${CHANGE_COLUMNS}, ${LINES('v')} AS lines, earlier.lines AS lines_before
       FROM recovery_plan_versions v ${MAKER}
       LEFT JOIN LATERAL (
         SELECT ${LINES('e')} AS lines FROM recovery_plan_versions e
          WHERE e.organization_id = v.organization_id AND e.participant_id = v.participant_id AND e.part = v.part
            AND e.version < v.version ORDER BY e.version DESC LIMIT 1) earlier ON true
      WHERE v.organization_id = $1 AND v.participant_id = $2 AND ($3::integer IS NULL OR v.version < $3)
      ORDER BY v.version DESC LIMIT $4`,
    [actor.organizationId, planner.participantId, before ?? null, PAGE + 1],
  );
  const items = rows.slice(0, PAGE).map((row) => ({
    version: row.version,
    part: row.part,
    ...whatChanged(row.lines_before ?? [], row.lines),
    change: changeOf(row, actor, planner),
  }));
  return { items, next: rows.length > PAGE ? items.at(-1)!.version : null };
}
