import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { celebrationsBetween, DAYS_AHEAD, daysFrom, type OwnCelebration } from './celebrations.rules.js';

/**
 * What is to celebrate from yesterday to the day after tomorrow, as far as the actor may see it: of their own a
 * participant sees everything.
 */
export async function celebrationsOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<OwnCelebration[]> {
  const [row] = await tx.query<{ counted_from: string | null; born_on: string | null }[]>(
    `SELECT s.counted_from, b.born_on FROM participants p
       LEFT JOIN recovery_day_settings s ON s.organization_id = p.organization_id AND s.participant_id = p.id
       LEFT JOIN birthdays b ON b.organization_id = p.organization_id AND b.participant_id = p.id
      WHERE p.organization_id = $1 AND p.id = $2`,
    [actor.organizationId, participantId],
  );
  if (!row) return [];
  const { today } = actor;
  return celebrationsBetween(
    { countedFrom: row.counted_from, bornOn: row.born_on },
    daysFrom(today, -1),
    daysFrom(today, DAYS_AHEAD),
  );
}
