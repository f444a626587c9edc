import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { nextContactOf } from '../contacts/planned-contacts.queries.js';
import { coachWishOf, wishInWords } from '../enrollment/coach-wish.queries.js';
import { goalsInMovement } from '../goals/goals-in-full.queries.js';
import type { ParticipantName } from '../participants/participant.dto.js';
import { supportersOf } from '../participants/supporters.queries.js';
import { waysToReach } from '../participants/ways-to-reach.queries.js';
import { openPromisesOf } from '../promises/promises.queries.js';
import { sharedDays } from '../recovery-days/shared-days.queries.js';
import { planNow } from '../recovery-plans/read-plan.js';
import { plannerInReach } from '../recovery-plans/whose-plan.js';
import { openRiskNotesOf } from '../risk/risk-notes.queries.js';
import { type StandingRow, standingColumns, standingView } from '../standing/standing.view.js';
import { openWindowsOf } from '../windows/windows.queries.js';
import type { HandoverRecord } from './handover.view.js';

/**
 * Everything the next coach needs, from what is there: nothing of it was typed for this page. The participant is within
 * the actor's reach; what they keep to themselves (recovery days) the database leaves out.
 */
export async function handoverRecord(
  tx: EntityManager,
  actor: Actor,
  participant: ParticipantName,
): Promise<HandoverRecord> {
  const { participantId } = participant;
  const [standings, ways, supporters, wish, planner, goals, promises, windows, riskNotes, next, days] =
    await Promise.all([
      standingsOf(tx, actor, participantId),
      waysToReach(tx, actor, participantId),
      supportersOf(tx, actor, participantId),
      coachWishOf(tx, actor, participantId),
      plannerInReach(tx, actor, participantId),
      goalsInMovement(tx, actor, participantId),
      openPromisesOf(tx, actor, participantId),
      openWindowsOf(tx, actor, [participantId]),
      openRiskNotesOf(tx, actor, participantId),
      nextContactOf(tx, actor, participantId),
      sharedDays(tx, actor, participantId),
    ]);
  const { supporters: _, ...plan } = await planNow(tx, actor, planner);
  return {
    participant,
    standings,
    waysToReach: ways,
    supporters,
    wish: wish.version > 0 ? wishInWords(wish) : null,
    plan: { ...plan, parts: plan.parts.filter(({ lines }) => lines.length > 0) },
    goals: goals.filter((goal) => goal.finishedOn === null && goal.letGoOn === null),
    promises,
    windows,
    riskNotes,
    nextContact: next,
    recoveryDays: days,
  };
}

async function standingsOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<HandoverRecord['standings']> {
  const rows = await tx.query<StandingRow[]>(
    `SELECT ${standingColumns('$3')} FROM standings s
       JOIN enrollments e ON e.organization_id = s.organization_id AND e.id = s.enrollment_id
      WHERE s.organization_id = $1 AND s.participant_id = $2 ORDER BY e.enrolled_on, e.id`,
    [actor.organizationId, participantId, actor.today],
  );
  return rows.map(standingView);
}
