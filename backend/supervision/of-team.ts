import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import { isOnTeam } from './team.queries.js';

/** Whose: one coach's, null for those with no coach, undefined for the whole team. */
export type OfCoach = string | null | undefined;

/** @throws Problem 404 for a coach of another team, missing or not an id. */
export async function coachAsked(
  tx: EntityManager,
  actor: Actor,
  coachId: string | undefined,
): Promise<OfCoach> {
  if (coachId === undefined || coachId === null) return undefined;
  if (coachId === 'none') return null;
  if (!isId(coachId) || !(await isOnTeam(tx, actor, coachId))) throw notFound('coach');
  return coachId;
}

/**
 * Whether a participant `p` is one whom the numbers count: enrolled, with the coach that is asked for, of the team. Whom a
 * supervisor reaches only because they were told of a risk note is on no list of the team. With the organization as $1,
 * and as $2, $3 and $4 what `ofTeam` gives.
 */
export const IS_OF_TEAM = `
  NOT p.is_locked AND (NOT $2 OR p.primary_coach_id IS NOT DISTINCT FROM $3)
  AND (p.primary_coach_id IS NULL OR p.primary_coach_id = ANY (ARRAY(
    SELECT c.id FROM coaches c WHERE c.organization_id = $1 AND c.supervisor_id = ANY ($4::uuid[]))))
  AND EXISTS (SELECT 1 FROM standings s WHERE s.organization_id = $1 AND s.participant_id = p.id)`;

/** The first four values of a statement with `IS_OF_TEAM`. */
export function ofTeam(actor: Actor, of: OfCoach): unknown[] {
  return [actor.organizationId, of !== undefined, of ?? null, actor.actingFor];
}
