import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { RemovedView } from './certification.view.js';
import type { CertificationRow } from './certifications.queries.js';

/** What a certification was when it was taken away, with who and why. */
export async function keepRemoved(
  tx: EntityManager,
  actor: Actor,
  { id, coach_id, kind, issuer, number, first_on, last_on }: CertificationRow,
  why: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO removed_certifications (organization_id, id, coach_id, kind, issuer, number, first_on, last_on, why,
       removed_by, removed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      actor.organizationId,
      id,
      coach_id,
      kind,
      issuer,
      number,
      first_on,
      last_on,
      why,
      actor.accountId,
      actor.now,
    ],
  );
}

/** Of one coach within reach, the newest first, at most 50. */
export function removedOf(tx: EntityManager, actor: Actor, coachId: string): Promise<RemovedView[]> {
  return tx.query(
    `SELECT r.id AS "certificationId", r.kind, r.issuer, r.number, r.first_on AS "firstOn", r.last_on AS "lastOn", r.why,
            jsonb_build_object('accountId', a.id, 'name', a.name) AS by, r.removed_at AS at
       FROM removed_certifications r
       JOIN accounts a ON a.organization_id = r.organization_id AND a.id = r.removed_by
      WHERE r.organization_id = $1 AND r.coach_id = $2 ORDER BY r.removed_at DESC, r.id LIMIT 50`,
    [actor.organizationId, coachId],
  );
}
