import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { coachToAssign } from '../coaches/coaches.queries.js';
import { notFound, Problem } from '../http/problem.js';
import { assignmentNow, beginPrimaryAssignment } from '../participants/assignments.queries.js';
import { participantInReach } from '../participants/participants.queries.js';
import { holdStanding } from '../standing/standing.store.js';
import type { Assignment, CoachChoices } from './assignment.dto.js';
import { coachChoices } from './coach-choices.queries.js';

@Injectable()
export class AssignmentService {
  constructor(private readonly door: Door) {}

  choices(caller: Caller): Promise<CoachChoices> {
    return this.door.asActor(caller, async (tx, actor) => ({ items: await coachChoices(tx, actor) }));
  }

  /**
   * Ends the current primary assignment today and begins a new one, the same day included. Of two at once the first
   * stands: the second was decided on who had them before.
   *
   * @throws Problem 404 out of reach; 409 when the coach is disabled, the enrollment closed, or somebody was quicker.
   */
  assign(caller: Caller, participantId: string, coachId: string | null): Promise<Assignment> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { primaryCoach } = await participantInReach(tx, actor, participantId);
      await refuseOtherTeams(tx, actor, primaryCoach?.accountId ?? null);
      const coach = coachId === null ? null : await coachToAssign(tx, actor, coachId);
      await holdStanding(tx, participantId);
      const now = await assignmentNow(tx, actor, participantId);
      if (now.coachId !== (primaryCoach?.accountId ?? null)) throw somebodyWasQuicker();
      if (coach && !now.isEnrolled)
        throw new Problem(
          409,
          'enrollment-closed',
          'They are no longer enrolled, so there is nobody to walk with.',
        );
      if (now.coachId !== (coach?.accountId ?? null)) {
        await beginPrimaryAssignment(tx, actor, participantId, coach?.accountId ?? null);
        actor.record({ action: 'assignment.changed', participantId, subjectId: coach?.accountId ?? null });
      }
      return { participantId, coach };
    });
  }
}

/** A supervisor who was told of a risk note reads the participant, but who walks with them is for their own team. */
async function refuseOtherTeams(tx: EntityManager, actor: Actor, coachId: string | null): Promise<void> {
  if (actor.role !== 'supervisor' || coachId === null) return;
  const rows = await tx.query<unknown[]>(
    'SELECT 1 FROM coaches WHERE organization_id = $1 AND id = $2 AND supervisor_id = ANY ($3::uuid[])',
    [actor.organizationId, coachId, actor.actingFor],
  );
  if (rows.length === 0) throw notFound('participant');
}

function somebodyWasQuicker(): Problem {
  return new Problem(
    409,
    'one-primary-coach-at-a-time',
    'Somebody else was just assigned. Look again before you change it.',
  );
}
