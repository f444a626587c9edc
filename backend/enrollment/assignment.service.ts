import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { coachToAssign } from '../coaches/coaches.queries.js';
import { beginPrimaryAssignment } from '../participants/assignments.queries.js';
import { participantInReach } from '../participants/participants.queries.js';
import type { Assignment, CoachChoices } from './assignment.dto.js';
import { coachChoices } from './coach-choices.queries.js';

@Injectable()
export class AssignmentService {
  constructor(private readonly door: Door) {}

  choices(caller: Caller): Promise<CoachChoices> {
    return this.door.asActor(caller, async (tx, actor) => ({ items: await coachChoices(tx, actor) }));
  }

  /**
   * Ends the current primary assignment today and begins a new one, the same day included.
   * @throws Problem 404 out of reach, 409 when the coach is disabled or somebody else assigned at the same moment.
   */
  assign(caller: Caller, participantId: string, coachId: string | null): Promise<Assignment> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { primaryCoach } = await participantInReach(tx, actor, participantId);
      const coach = coachId === null ? null : await coachToAssign(tx, actor, coachId);
      if (coach?.accountId !== primaryCoach?.accountId) {
        await beginPrimaryAssignment(tx, actor, participantId, coach?.accountId ?? null);
        actor.record({ action: 'assignment.changed', participantId, subjectId: coach?.accountId ?? null });
      }
      return { participantId, coach };
    });
  }
}
