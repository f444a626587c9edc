import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Mood } from '../check-ins/check-ins.rules.js';
import type { PlaceInList } from '../http/place-in-list.js';
import { IS_OF_TEAM, type OfCoach, ofTeam } from './of-team.js';
import type { TeamCheckIn } from './team-lists.dto.js';
import type { Period } from './team-period.rules.js';

interface CheckInRow {
  id: string;
  participant_id: string;
  participant_name: string;
  coach_id: string | null;
  coach_name: string | null;
  checked_in_on: string;
  mood: Mood;
  is_with_staff: boolean;
}

const CHECK_INS = `
  SELECT i.id, i.participant_id, p.preferred_name AS participant_name, p.primary_coach_id AS coach_id,
         a.name AS coach_name, i.checked_in_on, i.mood, i.is_with_staff
    FROM check_ins i
    JOIN participants p ON p.organization_id = i.organization_id AND p.id = i.participant_id
    LEFT JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.primary_coach_id
   WHERE i.organization_id = $1 AND ${IS_OF_TEAM} AND i.checked_in_on BETWEEN $5 AND $6
     AND ($7::date IS NULL OR (i.checked_in_on, i.id) < ($7, $8::uuid))
   ORDER BY i.checked_in_on DESC, i.id DESC LIMIT $9`;

/** The check-ins that `checkInCount` counts, newest first. */
export async function countedCheckIns(
  tx: EntityManager,
  actor: Actor,
  { of, period, after, limit }: { of: OfCoach; period: Period; after?: PlaceInList; limit: number },
): Promise<TeamCheckIn[]> {
  const rows = await tx.query<CheckInRow[]>(CHECK_INS, [
    ...ofTeam(actor, of),
    ...[period.from, period.to, after?.[0] ?? null, after?.[1] ?? null, limit],
  ]);
  return rows.map((row) => ({
    checkInId: row.id,
    participantId: row.participant_id,
    participantName: row.participant_name,
    coach: row.coach_id === null ? null : { accountId: row.coach_id, name: row.coach_name ?? '' },
    checkedInOn: row.checked_in_on,
    mood: row.mood,
    isWithStaff: row.is_with_staff,
  }));
}
