import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { NewCertification } from './coach.dto.js';

/** Makes an account a coach's (again), reporting to a supervisor or, for now, to nobody. */
export async function addCoach(
  tx: EntityManager,
  actor: Actor,
  accountId: string,
  supervisorId: string | null,
): Promise<void> {
  await tx.query(
    `INSERT INTO coaches (organization_id, id, supervisor_id) VALUES ($1, $2, $3)
     ON CONFLICT (organization_id, id) DO UPDATE SET supervisor_id = excluded.supervisor_id`,
    [actor.organizationId, accountId, supervisorId],
  );
}

/** @param supervisorId null for nobody */
export async function reportTo(
  tx: EntityManager,
  actor: Actor,
  coachId: string,
  supervisorId: string | null,
): Promise<void> {
  await tx.query('UPDATE coaches SET supervisor_id = $3 WHERE organization_id = $1 AND id = $2', [
    actor.organizationId,
    coachId,
    supervisorId,
  ]);
}

export async function addCertification(
  tx: EntityManager,
  actor: Actor,
  coachId: string,
  { kind, issuer, number, firstOn, lastOn }: NewCertification,
): Promise<void> {
  await tx.query(
    `INSERT INTO certifications (organization_id, id, coach_id, kind, issuer, number, first_on, last_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [actor.organizationId, newId(), coachId, kind, issuer, number, firstOn, lastOn],
  );
}

/**
 * @returns their name
 * @throws Problem 404 when no supervisor of the organization who may still sign in has this id.
 */
export async function supervisorInReach(tx: EntityManager, actor: Actor, accountId: string): Promise<string> {
  if (!isId(accountId)) throw notFound('supervisor');
  const [row] = await tx.query<{ name: string }[]>(
    `SELECT a.name FROM accounts a
       JOIN account_roles r ON r.organization_id = a.organization_id AND r.account_id = a.id AND r.role = 'supervisor'
      WHERE a.organization_id = $1 AND a.id = $2 AND a.disabled_at IS NULL`,
    [actor.organizationId, accountId],
  );
  if (!row) throw notFound('supervisor');
  return row.name;
}

/**
 * A coach whose work the actor may look at: oneself, or a coach of one's own team.
 * @throws Problem 404, the same for missing, out of reach and malformed.
 */
export async function coachInReach(tx: EntityManager, actor: Actor, coachId: string): Promise<void> {
  if (!isId(coachId)) throw notFound('coach');
  const [row] = await tx.query<unknown[]>(
    'SELECT 1 FROM coaches WHERE organization_id = $1 AND id = $2 AND (id = $3 OR supervisor_id = ANY ($4::uuid[]))',
    [actor.organizationId, coachId, actor.accountId, actor.actingFor],
  );
  if (!row) throw notFound('coach');
}

/** @throws Problem 404 when no coach of the organization has this id. */
export async function coachHere(tx: EntityManager, actor: Actor, coachId: string): Promise<void> {
  if (!isId(coachId)) throw notFound('coach');
  const [row] = await tx.query<unknown[]>(
    'SELECT 1 FROM coaches WHERE organization_id = $1 AND id = $2 AND is_coaching',
    [actor.organizationId, coachId],
  );
  if (!row) throw notFound('coach');
}
