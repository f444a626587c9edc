import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { EXPERIENCE_CHOICES } from '../coaches/about.queries.js';
import type { AssignmentKind } from '../participants/assignments.queries.js';
import { assign } from './assign.js';
import type { AssignCoach, Assignment, CoachChoices } from './assignment.dto.js';
import { coachChoices } from './coach-choices.queries.js';
import type { CoachSuggestions } from './coach-suggestions.dto.js';
import { suggestionsFor } from './coach-suggestions.js';
import { toAssign } from './to-assign.js';
import type { ToAssignList } from './to-assign.dto.js';

@Injectable()
export class AssignmentService {
  constructor(private readonly door: Door) {}

  choices(caller: Caller): Promise<CoachChoices> {
    return this.door.asActor(caller, async (tx, actor) => ({
      items: await coachChoices(tx, actor),
      experiences: EXPERIENCE_CHOICES,
    }));
  }

  assign(
    caller: Caller,
    participantId: string,
    kind: AssignmentKind,
    chosen: AssignCoach,
  ): Promise<Assignment> {
    return this.door.asActor(caller, (tx, actor) => assign(tx, actor, { ...chosen, participantId, kind }));
  }

  /** Who suits a participant, each with why, and what they would carry then. */
  suggestions(caller: Caller, participantId: string): Promise<CoachSuggestions> {
    return this.door.asActor(caller, (tx, actor) => suggestionsFor(tx, actor, participantId));
  }

  /** Who has no coach, and whose coach will be gone. */
  toAssign(caller: Caller): Promise<ToAssignList> {
    return this.door.asActor(caller, (tx, actor) => toAssign(tx, actor));
  }
}
