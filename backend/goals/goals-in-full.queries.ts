import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { dayIn } from '../clock/clock.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { Dimension } from './dimensions.js';
import { goalState, isStill, type Side, sideOf } from './goal.rules.js';
import type { ConfidenceSaid, GoalInMovement, OwnGoal } from './goal.view.js';
import { saidBy } from './said-by.js';
import { type ShownStep, stepOf } from './steps.queries.js';

export interface GoalInFull {
  id: string;
  participant_id: string;
  preferred_name: string;
  coach_name: string | null;
  has_account: boolean;
  sentence: string;
  why: string;
  dimension: Dimension;
  by_on: string | null;
  written_by: string;
  written_by_name: string | null;
  written_at: Date;
  finish_proposed_at: Date | null;
  finish_proposed_side: Side | null;
  finish_proposed_by_name: string | null;
  finished_on: string | null;
  finished_by: string | null;
  finished_by_name: string | null;
  let_go_on: string | null;
  let_go_by: string | null;
  let_go_by_name: string | null;
  let_go_words: string;
  request_hash: Buffer | null;
  version: number;
  confidences: ConfidenceSaid[];
  progress_on: string | null;
  steps: (Omit<ShownStep, 'done_at'> & { done_at: string | null; made_at: string | null })[];
}

/** The name of somebody of the staff; of the participant none, so that no name is told that is not theirs to tell. */
const staff = (column: string): string => `
  (SELECT a.name FROM accounts a WHERE a.organization_id = g.organization_id AND a.id = ${column}
      AND a.role <> 'participant' AND a.id IS DISTINCT FROM (
        SELECT p.account_id FROM participants p WHERE p.organization_id = g.organization_id AND p.id = g.participant_id))`;

const SELECT = `
  SELECT g.id, g.participant_id, p.preferred_name, coach.name AS coach_name, p.account_id IS NOT NULL AS has_account,
         g.sentence, g.why, g.dimension, g.by_on, coalesce(g.changed_by, g.made_by) AS written_by,
         ${staff('coalesce(g.changed_by, g.made_by)')} AS written_by_name,
         coalesce(g.changed_at, g.made_at) AS written_at, g.finish_proposed_at, g.finish_proposed_side,
         ${staff('g.finish_proposed_by')} AS finish_proposed_by_name, g.finished_on, g.finished_by,
         ${staff('g.finished_by')} AS finished_by_name, g.let_go_on, g.let_go_by,
         ${staff('g.let_go_by')} AS let_go_by_name, g.let_go_words, g.request_hash, g.version,
         said.confidences, said.progress_on, own.steps
    FROM goals g
    JOIN participants p ON p.organization_id = g.organization_id AND p.id = g.participant_id
    LEFT JOIN accounts coach ON coach.organization_id = p.organization_id AND coach.id = p.primary_coach_id
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('on', t.said_on, 'value', t.confidence)
                                ORDER BY t.said_on, t.said_at, t.id) FILTER (WHERE t.confidence IS NOT NULL), '[]') AS confidences,
             max(t.said_on) AS progress_on
        FROM goal_progress t WHERE t.organization_id = g.organization_id AND t.goal_id = g.id AND NOT t.is_voided) said
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'words', s.words, 'by_on', s.by_on, 'done_at', s.done_at,
                                  'made_at', s.made_at, 'version', s.version) ORDER BY s.position, s.id), '[]') AS steps
        FROM steps s WHERE s.organization_id = g.organization_id AND s.goal_id = g.id AND s.removed_at IS NULL) own`;

/** All goals of a participant: open ones first, then finished, then let go; the newest of each first. */
export function goalsInFull(tx: EntityManager, actor: Actor, participantId: string): Promise<GoalInFull[]> {
  return tx.query<GoalInFull[]>(
    `${SELECT} WHERE g.organization_id = $1 AND g.participant_id = $2
      ORDER BY (g.let_go_on IS NOT NULL), (g.finished_on IS NOT NULL), g.made_at DESC, g.id DESC`,
    [actor.organizationId, participantId],
  );
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function goalInReach(tx: EntityManager, actor: Actor, goalId: string): Promise<GoalInFull> {
  if (!isId(goalId)) throw notFound('goal');
  const [row] = await tx.query<GoalInFull[]>(`${SELECT} WHERE g.organization_id = $1 AND g.id = $2`, [
    actor.organizationId,
    goalId,
  ]);
  return found(row, 'goal');
}

/** The last day of a contact that touched each goal; staff alone may ask. */
async function spokenOfOn(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<Map<string, string>> {
  const rows = await tx.query<{ goal_id: string; on: string }[]>(
    `SELECT t.goal_id, max(c.occurred_on) AS on FROM goals g
       JOIN contact_goals t ON t.organization_id = g.organization_id AND t.goal_id = g.id AND t.participant_id = $2
       JOIN contacts c ON c.organization_id = t.organization_id AND c.id = t.contact_id AND c.voided_at IS NULL
      WHERE g.organization_id = $1 AND g.participant_id = $2 GROUP BY t.goal_id`,
    [actor.organizationId, participantId],
  );
  return new Map(rows.map((row) => [row.goal_id, row.on]));
}

export function ownGoal(row: GoalInFull, actor: Actor): OwnGoal {
  const by = (name: string | null) => saidBy(name, row.preferred_name);
  const state = goalState(row.finished_on, row.let_go_on);
  return {
    goalId: row.id,
    participantId: row.participant_id,
    sentence: row.sentence,
    why: row.why,
    dimension: row.dimension,
    byOn: row.by_on,
    confidence: row.confidences.at(-1)?.value ?? null,
    confidences: row.confidences,
    writtenBy: by(row.written_by_name),
    writtenAt: row.written_at,
    finishProposed: row.finish_proposed_at && {
      by: by(row.finish_proposed_by_name),
      on: dayIn(actor.timeZone, row.finish_proposed_at),
    },
    finishedOn: row.finished_on,
    finishedBy: row.finished_by ? by(row.finished_by_name) : null,
    letGoOn: row.let_go_on,
    letGoBy: row.let_go_by ? by(row.let_go_by_name) : null,
    letGoWords: row.let_go_words,
    mayConfirm:
      state === 'open' &&
      row.finish_proposed_side !== null &&
      row.finish_proposed_side !== sideOf(actor.role),
    version: row.version,
    steps: row.steps.map((step) =>
      stepOf({ ...step, done_at: step.done_at ? new Date(step.done_at) : null }),
    ),
  };
}

/** All goals of a participant with how they move, for staff. */
export async function goalsInMovement(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<GoalInMovement[]> {
  const [goals, spokenOf] = await Promise.all([
    goalsInFull(tx, actor, participantId),
    spokenOfOn(tx, actor, participantId),
  ]);
  return goals.map((goal) => goalInMovement(goal, actor, spokenOf.get(goal.id)));
}

function goalInMovement(row: GoalInFull, actor: Actor, spokenOf: string | undefined): GoalInMovement {
  const dayOf = (at: Date | string | null): string => (at ? dayIn(actor.timeZone, new Date(at)) : '');
  const moved = [
    dayOf(row.written_at),
    dayOf(row.finish_proposed_at),
    row.progress_on ?? '',
    spokenOf ?? '',
    ...row.steps.flatMap((step) => [dayOf(step.done_at), dayOf(step.made_at)]),
  ];
  const lastMovedOn = moved.sort().at(-1)!;
  const isOpen = goalState(row.finished_on, row.let_go_on) === 'open';
  return { ...ownGoal(row, actor), lastMovedOn, isStill: isOpen && isStill(lastMovedOn, actor.today) };
}
