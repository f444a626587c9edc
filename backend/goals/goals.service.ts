import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { addGoal } from './add-goal.js';
import { editGoal } from './edit-goal.js';
import { finishGoal, letGoalGo, takeFinishBack, takeGoalUp } from './end-goal.js';
import type { GoalsOfParticipant, GoalStory, OwnGoal, OwnGoals } from './goal.view.js';
import { earlierSteps, earlierWords, progressOf, removedSteps } from './goal-story.queries.js';
import { goalInReach, goalsInFull, goalsInMovement, ownGoal } from './goals-in-full.queries.js';
import { sayProgress } from './say-progress.js';
import { whoseGoals } from './whose-goals.js';
import type { AddGoal, GoalWords, SayProgress } from './write-goal.dto.js';

/** One method, one use case, one transaction. */
@Injectable()
export class GoalsService {
  constructor(private readonly door: Door) {}

  /** A participant's own. */
  own(caller: Caller): Promise<OwnGoals> {
    return this.door.asActor(caller, async (tx, actor) => {
      const whose = await whoseGoals(tx, actor, undefined);
      const goals = await goalsInFull(tx, actor, whose.id);
      actor.record({ action: 'goals.opened', participantId: whose.id });
      return {
        items: goals.map((goal) => ownGoal(goal, actor)),
        coachName: whose.coach_name,
        today: actor.today,
      };
    });
  }

  listOf(caller: Caller, participantId: string): Promise<GoalsOfParticipant> {
    return this.door.asActor(caller, async (tx, actor) => {
      const whose = await whoseGoals(tx, actor, participantId);
      const items = await goalsInMovement(tx, actor, participantId);
      actor.record({ action: 'goals.opened', participantId });
      return {
        items,
        preferredName: whose.preferred_name,
        hasAccount: whose.has_account,
        today: actor.today,
      };
    });
  }

  open(caller: Caller, goalId: string): Promise<GoalStory> {
    return this.door.asActor(caller, async (tx, actor) => {
      const goal = await goalInReach(tx, actor, goalId);
      const [earlier, stepsBefore, progress, removed] = await Promise.all([
        earlierWords(tx, actor, goalId, goal.preferred_name),
        earlierSteps(tx, actor, goalId, goal.preferred_name),
        progressOf(tx, actor, goalId, goal.preferred_name),
        removedSteps(tx, actor, goalId),
      ]);
      actor.record({ action: 'goal.opened', participantId: goal.participant_id, subjectId: goalId });
      return {
        goal: ownGoal(goal, actor),
        earlier,
        earlierSteps: stepsBefore,
        progress,
        removedSteps: removed,
        preferredName: goal.preferred_name,
        coachName: goal.coach_name,
        hasAccount: goal.has_account,
        today: actor.today,
      };
    });
  }

  add(caller: Caller, asked: AddGoal): Promise<OwnGoal> {
    return this.door.asActor(caller, (tx, actor) => addGoal(tx, actor, asked));
  }

  edit(caller: Caller, goalId: string, version: number, asked: GoalWords): Promise<OwnGoal> {
    return this.door.asActor(caller, (tx, actor) => editGoal(tx, actor, goalId, version, asked));
  }

  sayProgress(caller: Caller, goalId: string, asked: SayProgress): Promise<OwnGoal> {
    return this.door.asActor(caller, (tx, actor) => sayProgress(tx, actor, goalId, asked));
  }

  finish(caller: Caller, goalId: string, version: number, isForBoth: boolean): Promise<OwnGoal> {
    return this.door.asActor(caller, (tx, actor) => finishGoal(tx, actor, goalId, version, isForBoth));
  }

  takeFinishBack(caller: Caller, goalId: string, version: number): Promise<OwnGoal> {
    return this.door.asActor(caller, (tx, actor) => takeFinishBack(tx, actor, goalId, version));
  }

  letGo(caller: Caller, goalId: string, version: number, words: string): Promise<OwnGoal> {
    return this.door.asActor(caller, (tx, actor) => letGoalGo(tx, actor, goalId, version, words));
  }

  takeUp(caller: Caller, goalId: string, version: number): Promise<OwnGoal> {
    return this.door.asActor(caller, (tx, actor) => takeGoalUp(tx, actor, goalId, version));
  }
}
