import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { ReportGivenOut } from './report.dto.js';
import type { ReportPeriod } from './report-period.rules.js';

/** A report for outside: its days, and its one program or null for all. */
export interface ForOutside extends ReportPeriod {
  programId: string | null;
}

/** As many as a page can show; those before them tell no more than that one should be careful. */
const MOST = 8;

/** Null where the whole organization is counted. */
function teamOf({ role, accountId }: Actor): string | null {
  return role === 'administrator' ? null : accountId;
}

/** That it was saved or printed; the same report is kept once a day. */
export async function keepGivenOut(tx: EntityManager, actor: Actor, report: ForOutside): Promise<void> {
  await tx.query(
    `INSERT INTO reports_given_out
       (organization_id, from_on, through_on, program_id, team_of, given_on, given_at, given_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      ...[actor.organizationId, report.from, report.through, report.programId, teamOf(actor)],
      ...[actor.today, actor.now, actor.accountId],
    ],
  );
}

/**
 * Others that were given out, with days in common with this one or right beside its days: who was there at the end of one
 * was there at the start of the next. The same report of an earlier day is another, as entries come later too.
 */
export function othersGivenOut(
  tx: EntityManager,
  actor: Actor,
  { from, through, programId }: ForOutside,
): Promise<ReportGivenOut[]> {
  return tx.query<ReportGivenOut[]>(
    `SELECT g.from_on AS "from", g.through_on AS "through", p.name AS "programName", t.name AS "teamOf",
            g.given_on AS "givenOn", b.name AS "givenBy"
       FROM reports_given_out g
       JOIN accounts b ON b.organization_id = g.organization_id AND b.id = g.given_by
       LEFT JOIN accounts t ON t.organization_id = g.organization_id AND t.id = g.team_of
       LEFT JOIN programs p ON p.organization_id = g.organization_id AND p.id = g.program_id
      WHERE g.organization_id = $1 AND g.through_on >= $2::date - 1 AND g.from_on <= $3::date + 1
        AND (g.from_on <> $2 OR g.through_on <> $3 OR g.given_on <> $6
         OR g.program_id IS DISTINCT FROM $4 OR g.team_of IS DISTINCT FROM $5)
      ORDER BY g.given_at DESC, g.id LIMIT ${MOST}`,
    [actor.organizationId, from, through, programId, teamOf(actor), actor.today],
  );
}
