import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { invalid, Problem } from '../http/problem.js';
import type { PlanPartName } from './plan-parts.js';
import { newestPart, type PartRow } from './plan-parts.queries.js';

/** A change as it goes into the plan. */
export interface ChangeAsked {
  changeId: string;
  isTogether?: boolean;
}

/** @throws Problem 422 where the participant says what is the coach's to say. */
export function refuseTogetherAlone(actor: Actor, { isTogether }: ChangeAsked): void {
  if (isTogether && actor.role === 'participant')
    throw invalid('isTogether', 'said-by-the-coach', 'That you made it together is for your coach to say.');
}

/**
 * Holds the plan until the commit, so that of two who write at once one comes after the other.
 * @returns the part as it is, and the version of the whole plan
 */
export async function holdPart(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  part: PlanPartName,
): Promise<{ held: PartRow | undefined; planVersion: number }> {
  const [plan] = await tx.query<{ version: number }[]>(
    `INSERT INTO recovery_plans AS p (organization_id, participant_id, version) VALUES ($1, $2, 0)
     ON CONFLICT (organization_id, participant_id) DO UPDATE SET version = p.version RETURNING version`,
    [actor.organizationId, participantId],
  );
  return { held: await newestPart(tx, actor, participantId, part), planVersion: plan!.version };
}

/** @returns whether this change is in the plan already. @throws Problem 409 when another change has its id. */
export async function isMadeAlready(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  changeId: string,
  hash: Buffer,
): Promise<boolean> {
  const [known] = await tx.query<{ request_hash: Buffer | null }[]>(
    `SELECT request_hash FROM recovery_plan_versions
      WHERE organization_id = $1 AND participant_id = $2 AND change_id = $3`,
    [actor.organizationId, participantId, changeId],
  );
  if (known && !known.request_hash?.equals(hash))
    throw new Problem(409, 'plan-change-id-taken', 'This id already stands for another change. Try again.');
  return known !== undefined;
}

/** Adds a version of one part to a plan that is held. @returns the version it is */
export async function addVersion(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  planVersion: number,
  part: PlanPartName,
  lines: string[],
  { changeId, isTogether = false, hash }: ChangeAsked & { hash: Buffer },
): Promise<number> {
  const version = planVersion + 1;
  await tx.query(
    `INSERT INTO recovery_plan_versions (organization_id, participant_id, version, part, lines, is_together, made_by,
       made_at, change_id, request_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      actor.organizationId,
      participantId,
      version,
      part,
      lines,
      isTogether,
      actor.accountId,
      actor.now,
      changeId,
      hash,
    ],
  );
  await tx.query(
    'UPDATE recovery_plans SET version = $3 WHERE organization_id = $1 AND participant_id = $2',
    [actor.organizationId, participantId, version],
  );
  actor.record({ action: 'recovery-plan.changed', participantId });
  return version;
}
