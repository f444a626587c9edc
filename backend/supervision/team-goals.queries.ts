import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { STILL_DAYS } from '../goals/goal.rules.js';
import type { PlaceInList } from '../http/place-in-list.js';
import { dayNumber, dayOf } from '../standing/day-number.js';
import { IS_OF_TEAM, type OfCoach, ofTeam } from './of-team.js';
import type { GoalsAsked, TeamGoal } from './team-lists.dto.js';
import type { Period } from './team-period.rules.js';

interface GoalRow {
  id: string;
  participant_id: string;
  participant_name: string;
  coach_id: string | null;
  coach_name: string | null;
  sentence: string;
  moved_on: string;
}

interface Asked {
  of: OfCoach;
  movement: GoalsAsked;
  period: Period;
  after?: PlaceInList;
  limit: number;
}

/** @param moved goals by `goal_id` with `moved_on` */
const goals = (moved: string, isShown: string, order: string): string => `
  SELECT g.id, g.participant_id, p.preferred_name AS participant_name, p.primary_coach_id AS coach_id,
         a.name AS coach_name, g.sentence, moved.moved_on
    FROM ${moved} moved
    JOIN goals g ON g.organization_id = $1 AND g.id = moved.goal_id
    JOIN participants p ON p.organization_id = g.organization_id AND p.id = g.participant_id
    LEFT JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.primary_coach_id
   WHERE ${IS_OF_TEAM} AND ${isShown}
   ORDER BY ${order} LIMIT $8`;

const MOVING = goals(
  `(SELECT d.goal_id, max(d.moved_on) AS moved_on FROM goal_days d
     WHERE d.organization_id = $1 AND d.moved_on BETWEEN $5 AND $9 GROUP BY 1)`,
  '($6::date IS NULL OR (moved.moved_on, g.id) < ($6, $7::uuid))',
  'moved.moved_on DESC, g.id DESC',
);

/** Waiting for a word that they are reached is no stillness. */
const STILL = goals(
  '(SELECT d.goal_id, max(d.moved_on) AS moved_on FROM goal_days d WHERE d.organization_id = $1 GROUP BY 1)',
  `g.finished_on IS NULL AND g.let_go_on IS NULL AND g.finish_proposed_by IS NULL AND moved.moved_on <= $5
     AND ($6::date IS NULL OR (moved.moved_on, g.id) > ($6, $7::uuid))`,
  'moved.moved_on, g.id',
);

/** The goals that `movingGoalCount` and `stillGoalCount` count. */
export async function countedGoals(
  tx: EntityManager,
  actor: Actor,
  { of, movement, period, after, limit }: Asked,
): Promise<TeamGoal[]> {
  const place = [after?.[0] ?? null, after?.[1] ?? null, limit];
  const rows = await tx.query<GoalRow[]>(
    ...(movement === 'moving'
      ? ([MOVING, [...ofTeam(actor, of), period.from, ...place, period.to]] as const)
      : ([STILL, [...ofTeam(actor, of), dayOf(dayNumber(actor.today) - STILL_DAYS), ...place]] as const)),
  );
  return rows.map((row) => ({
    goalId: row.id,
    participantId: row.participant_id,
    participantName: row.participant_name,
    coach: row.coach_id === null ? null : { accountId: row.coach_id, name: row.coach_name ?? '' },
    sentence: row.sentence,
    movedOn: row.moved_on,
  }));
}
