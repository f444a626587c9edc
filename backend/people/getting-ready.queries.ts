import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import type { GettingReady } from './getting-ready.dto.js';

/** Long enough to move in a caseload and see the first contacts; short enough not to nag whoever leaves a step out. */
const BEGINNING_DAYS = 30;

export async function gettingReady(tx: EntityManager, actor: Actor): Promise<GettingReady> {
  const [row] = await tx.query<Record<string, number | boolean>[]>(
    `SELECT $2 < o.created_at + make_interval(days => $3) AS "isBeginning",
            (SELECT count(DISTINCT a.id) FROM account_roles r
               JOIN accounts a ON a.organization_id = r.organization_id AND a.id = r.account_id
              WHERE r.organization_id = $1 AND r.role = 'supervisor' AND a.disabled_at IS NULL) AS "supervisorCount",
            coaches.*, people.*,
            (SELECT count(*) FROM accounts a WHERE a.organization_id = $1 AND a.role <> 'participant'
                AND a.activated_at IS NULL AND a.disabled_at IS NULL) AS "notOpenedCount",
            EXISTS (SELECT FROM answering_settings WHERE organization_id = $1 AND on_call_id IS NOT NULL)
              AS "isSomebodyOnCall"
       FROM organizations o,
            LATERAL (SELECT count(*) AS "coachCount",
                            count(*) FILTER (WHERE c.supervisor_id IS NULL) AS "coachesWithoutSupervisorCount"
                       FROM coaches c JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
                      WHERE c.organization_id = $1 AND c.is_coaching AND a.disabled_at IS NULL) coaches,
            LATERAL (SELECT count(*) AS "participantCount",
                            count(*) FILTER (WHERE p.primary_coach_id IS NULL) AS "withoutCoachCount"
                       FROM participants p WHERE p.organization_id = $1 AND NOT p.is_locked AND EXISTS (
                         SELECT FROM enrollments e WHERE e.organization_id = $1 AND e.participant_id = p.id
                            AND e.closed_on IS NULL)) people
      WHERE o.id = $1`,
    [actor.organizationId, actor.now, BEGINNING_DAYS],
  );
  return found(row, 'organization') as unknown as GettingReady;
}
