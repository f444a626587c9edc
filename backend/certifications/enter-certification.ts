import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { notFound, Problem } from '../http/problem.js';
import type { EnterCertification } from './certification.dto.js';
import { certificationsOf } from './certifications.queries.js';
import { dayAfter } from './certifications.rules.js';

/**
 * Writes a certification, once for its id; messages that an earlier one ends are no longer sent where this follows it.
 *
 * @returns whether it is new
 * @throws Problem 409 when its id said something else before, 404 when that is another coach's.
 */
export async function enterCertification(
  tx: EntityManager,
  actor: Actor,
  coachId: string,
  asked: EnterCertification,
  hash: Buffer,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO certifications (organization_id, id, coach_id, kind, issuer, number, first_on, last_on, document_id,
       request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      asked.certificationId,
      coachId,
      asked.kind,
      asked.issuer,
      asked.number,
      asked.firstOn,
      asked.lastOn,
      asked.documentId ?? null,
      hash,
    ],
  );
  const all = await certificationsOf(tx, actor, [coachId]);
  const kept = all.find((row) => row.id === asked.certificationId.toLowerCase());
  if (!kept) throw notFound('certification');
  if (!kept.request_hash?.equals(hash))
    throw new Problem(
      409,
      'certification-id-taken',
      'This was already entered in other words. Set it right, or enter a new one.',
    );
  if (rows.length > 0)
    for (const row of all)
      if (row.last_on < kept.last_on && kept.first_on <= dayAfter(row.last_on))
        await tx.query('SELECT withdraw_messages($1, $2)', [row.id, actor.now]);
  return rows.length > 0;
}
