import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import { mayLogThrough } from './certification.rules.js';

/** A coach as far as it matters for giving them somebody. */
export interface CoachToAssign {
  accountId: string;
  name: string;
  /** Who cannot sign in, or no longer coaches. */
  isDisabled: boolean;
  /** Whose team they are of. */
  supervisor: { accountId: string; name: string } | null;
  /** Through which day they may log without a gap; null when they may not today. */
  mayLogThroughOn: string | null;
  /** Whether it is supervised training that lets them. */
  isInTraining: boolean;
}

interface CoachRow {
  id: string;
  name: string;
  is_disabled: boolean;
  supervisor_id: string | null;
  supervisor_name: string | null;
  training_through_on: string | null;
  spans: { firstOn: string; lastOn: string }[] | null;
}

const COACHES = `
  SELECT c.id, a.name, a.disabled_at IS NOT NULL OR NOT c.is_coaching AS is_disabled, c.supervisor_id, s.name AS supervisor_name,
         c.training_through_on,
         (SELECT jsonb_agg(jsonb_build_object('firstOn', t.first_on, 'lastOn', t.last_on))
            FROM coach_credentials(ARRAY[c.id]) t) AS spans
    FROM coaches c
    JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
    LEFT JOIN accounts s ON s.organization_id = c.organization_id AND s.id = c.supervisor_id
   WHERE c.organization_id = $1`;

/** Every coach of the organization who may sign in, by name: whoever assigns chooses among all of them. */
export async function coachesToAssign(tx: EntityManager, actor: Actor): Promise<CoachToAssign[]> {
  const rows = await tx.query<CoachRow[]>(
    `${COACHES} AND a.disabled_at IS NULL AND c.is_coaching ORDER BY lower(a.name), c.id`,
    [actor.organizationId],
  );
  return rows.map((row) => coachOf(row, actor.today));
}

/** The coaches who report to the acting supervisor or to whom they stand in for, by name, those who can no longer sign in included. */
export async function coachesOfTeam(tx: EntityManager, actor: Actor): Promise<CoachToAssign[]> {
  const rows = await tx.query<CoachRow[]>(
    `${COACHES} AND c.supervisor_id = ANY ($2::uuid[]) ORDER BY lower(a.name), c.id`,
    [actor.organizationId, actor.actingFor],
  );
  return rows.map((row) => coachOf(row, actor.today));
}

/** @throws Problem 404 when there is no such coach here, disabled ones included. */
export async function coachToAssign(
  tx: EntityManager,
  actor: Actor,
  coachId: string,
): Promise<CoachToAssign> {
  if (!isId(coachId)) throw notFound('coach');
  const [row] = await tx.query<CoachRow[]>(`${COACHES} AND c.id = $2 AND c.is_coaching`, [
    actor.organizationId,
    coachId,
  ]);
  if (!row) throw notFound('coach');
  return coachOf(row, actor.today);
}

/** @throws Problem 409 for a coach who cannot sign in, or who could not log what they do. */
export function refuseUnable({ name, isDisabled, mayLogThroughOn }: CoachToAssign): void {
  if (isDisabled)
    throw new Problem(
      409,
      'coach-disabled',
      `${name} can no longer sign in, so nobody can be assigned to them. Choose another coach.`,
    );
  if (mayLogThroughOn === null)
    throw new Problem(
      409,
      'coach-not-certified',
      `${name} has no certification in force and is not in supervised training, so they could not log a contact. ` +
        `Choose another coach, or ask an administrator to enter the renewed certification first.`,
    );
}

function coachOf(row: CoachRow, today: string): CoachToAssign {
  const certified = row.spans ?? [];
  return {
    accountId: row.id,
    name: row.name,
    isDisabled: row.is_disabled,
    supervisor: row.supervisor_id ? { accountId: row.supervisor_id, name: row.supervisor_name ?? '' } : null,
    mayLogThroughOn: mayLogThrough(certified, row.training_through_on, today),
    isInTraining: row.training_through_on !== null && mayLogThrough(certified, null, today) === null,
  };
}
