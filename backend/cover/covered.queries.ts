import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { CoveredPerson } from './cover.dto.js';

/** Whether the actor stands for anybody besides themself today. */
export const isCovering = ({ actingFor }: Actor): boolean => actingFor.length > 1;

/** Whom the actor stands for today besides themself, by account; nothing is asked while that is nobody. */
export async function coveredToday(tx: EntityManager, actor: Actor): Promise<Map<string, CoveredPerson>> {
  if (!isCovering(actor)) return new Map();
  const rows = await tx.query<CoveredPerson[]>(
    `SELECT c.away_id AS "accountId", a.name, c.until_on - 1 AS "throughOn"
       FROM covers c JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.away_id
      WHERE c.organization_id = $1 AND c.role = $2 AND c.away_id = ANY ($3::uuid[]) AND c.away_id <> $4
        AND c.from_on <= $5 AND c.until_on > $5`,
    [actor.organizationId, actor.role, actor.actingFor, actor.accountId, actor.today],
  );
  return new Map(rows.map((row) => [row.accountId, row]));
}

/** The assignments of `$2`, whom the actor stands for, one a participant: their own before one they cover. */
export const COVERED_ASSIGNMENTS = `(
  SELECT DISTINCT ON (a.participant_id) a.organization_id, a.participant_id, a.coach_id, a.kind FROM assignments a
   WHERE a.organization_id = $1 AND a.coach_id = ANY ($2::uuid[]) AND a.until_on IS NULL
   ORDER BY a.participant_id, a.coach_id = acting_account() DESC, a.kind)`;
