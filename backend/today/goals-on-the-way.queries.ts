import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { STILL_DAYS } from '../goals/goal.rules.js';
import { FRESH_DAYS } from './goal.rules.js';
import type { GoalOnTheWay } from './today-facts.js';
import { ofCaseload, whose } from './today.queries.js';

interface GoalRow {
  participant_id: string;
  id: string;
  sentence: string;
  by_on: string | null;
  made_on: string;
  changed_on: string;
  finish_proposed_on: string | null;
  finish_proposed_side: 'participant' | 'staff' | null;
  finished_on: string | null;
  next_words: string | null;
  next_by_on: string | null;
  done_words: string;
  done_at: Date | null;
  done_on: string;
  is_by_participant: boolean;
  spoken_of_on: string | null;
}

/**
 * Open goals, and those finished of late. The steps of a goal are gone through once for both that are wanted. When a goal
 * was spoken of is looked up only where its steps stood still.
 */
const GOALS = ofCaseload(
  (those) => `
  SELECT g.participant_id, g.id, g.sentence, g.by_on, (g.made_at AT TIME ZONE $6)::date AS made_on,
         (coalesce(g.changed_at, g.made_at) AT TIME ZONE $6)::date AS changed_on, g.finished_on,
         CASE WHEN g.finished_on IS NULL THEN (g.finish_proposed_at AT TIME ZONE $6)::date END AS finish_proposed_on,
         g.finish_proposed_side, CASE WHEN g.finished_on IS NULL THEN step.next_words END AS next_words,
         CASE WHEN g.finished_on IS NULL THEN step.next_by_on END AS next_by_on,
         step.done_words, step.done_at, (step.done_at AT TIME ZONE $6)::date AS done_on,
         CASE WHEN step.done_at IS NOT NULL THEN step.done_by = (
           SELECT p.account_id FROM participants p
            WHERE p.organization_id = g.organization_id AND p.id = g.participant_id) END AS is_by_participant,
         CASE WHEN greatest(g.made_at, g.changed_at, step.done_at) < $5 AND g.finished_on IS NULL THEN greatest(
           (SELECT c.occurred_on FROM contact_goals t
              JOIN contacts c ON c.organization_id = t.organization_id AND c.id = t.contact_id
             WHERE t.organization_id = g.organization_id AND t.goal_id = g.id AND c.voided_at IS NULL
             ORDER BY t.contact_id DESC LIMIT 1),
           (SELECT max(t.said_on) FROM goal_progress t
             WHERE t.organization_id = g.organization_id AND t.goal_id = g.id AND NOT t.is_voided)) END AS spoken_of_on
    FROM (SELECT a.organization_id, a.participant_id FROM ${those}) a
    JOIN goals g ON g.organization_id = a.organization_id AND g.participant_id = a.participant_id
    CROSS JOIN LATERAL (
      SELECT max(t.words) FILTER (WHERE t.done_at IS NULL) AS next_words, max(t.by_on) FILTER (WHERE t.done_at IS NULL) AS next_by_on,
             max(t.words) FILTER (WHERE t.done_at IS NOT NULL) AS done_words, max(t.done_at) AS done_at,
             (array_agg(t.done_by) FILTER (WHERE t.done_at IS NOT NULL))[1] AS done_by
        FROM (SELECT DISTINCT ON (t.done_at IS NULL) t.words, t.by_on, t.done_at, t.done_by FROM steps t
               WHERE t.organization_id = g.organization_id AND t.goal_id = g.id AND t.removed_at IS NULL
               ORDER BY t.done_at IS NULL, t.done_at DESC, t.by_on NULLS LAST, t.position) t) step
   WHERE g.let_go_on IS NULL AND (g.finished_on IS NULL OR g.finished_on > $4::date - ${FRESH_DAYS})
   ORDER BY g.made_at DESC, g.id DESC`,
);

/** By participant: open goals and those finished of late, the newest first. */
export async function goalsOnTheWay(
  tx: EntityManager,
  actor: Actor,
  participantId: string | null,
): Promise<Map<string, GoalOnTheWay[]>> {
  const stillSince = new Date(actor.now.getTime() - STILL_DAYS * 86_400_000);
  const rows = await tx.query<GoalRow[]>(GOALS(participantId, actor), [
    actor.organizationId,
    whose(actor),
    participantId,
    actor.today,
    stillSince,
    actor.timeZone,
  ]);
  const found = new Map<string, GoalOnTheWay[]>();
  for (const row of rows) {
    const ofPerson = found.get(row.participant_id) ?? [];
    found.set(row.participant_id, ofPerson);
    ofPerson.push(goalOf(row));
  }
  return found;
}

function goalOf(row: GoalRow): GoalOnTheWay {
  return {
    goalId: row.id,
    sentence: row.sentence,
    byOn: row.by_on,
    madeOn: row.made_on,
    changedOn: row.changed_on,
    finishedOn: row.finished_on,
    finishProposed: row.finish_proposed_on
      ? { on: row.finish_proposed_on, isByParticipant: row.finish_proposed_side === 'participant' }
      : null,
    nextStep: row.next_words === null ? null : { words: row.next_words, byOn: row.next_by_on },
    doneStep: row.done_at && {
      words: row.done_words,
      doneAt: row.done_at,
      doneOn: row.done_on,
      isByParticipant: row.is_by_participant,
    },
    spokenOfOn: row.spoken_of_on,
  };
}
