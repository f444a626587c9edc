import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { Problem, stale } from '../http/problem.js';
import type { Step } from './goal.dto.js';
import { reachStep, setDone, stepOf, type StepRow } from './steps.queries.js';
import { addStep, putStepFirst, removeStep, rewordStep } from './write-step.js';
import type { AddStep, StepWords } from './write-goal.dto.js';

@Injectable()
export class StepsService {
  constructor(private readonly door: Door) {}

  /**
   * Ticks a step as done, or takes the tick back. What is already so stays so, whichever version was seen: a tap sent
   * twice is one tick.
   *
   * @throws Problem 404 out of reach; 409 taken away; 412 when the step changed to something else meanwhile.
   */
  tick(caller: Caller, stepId: string, version: number, isDone: boolean): Promise<Step> {
    return this.door.asActor(caller, async (tx, actor) => {
      const step = await reachStep(tx, actor, stepId);
      if (isSo(step, isDone)) return stepOf(step);
      if (step.removed_at)
        throw new Problem(409, 'step-removed', 'This step was taken away. Bring it back to tick it.');
      const isTicked = await setDone(tx, actor, stepId, version, isDone);
      const now = await reachStep(tx, actor, stepId);
      if (!isTicked && isSo(now, isDone)) return stepOf(now);
      if (!isTicked) throw stale(stepOf(now), { isDone });
      actor.record({
        action: isDone ? 'step.ticked' : 'step.unticked',
        participantId: now.participant_id,
        subjectId: stepId,
      });
      return stepOf(now);
    });
  }

  add(caller: Caller, goalId: string, asked: AddStep): Promise<Step> {
    return this.door.asActor(caller, (tx, actor) => addStep(tx, actor, goalId, asked));
  }

  reword(caller: Caller, stepId: string, version: number, asked: StepWords): Promise<Step> {
    return this.door.asActor(caller, (tx, actor) => rewordStep(tx, actor, stepId, version, asked));
  }

  remove(caller: Caller, stepId: string, version: number, isRemoved: boolean): Promise<Step> {
    return this.door.asActor(caller, (tx, actor) => removeStep(tx, actor, stepId, version, isRemoved));
  }

  putFirst(caller: Caller, stepId: string, version: number): Promise<Step> {
    return this.door.asActor(caller, (tx, actor) => putStepFirst(tx, actor, stepId, version));
  }
}

function isSo(step: StepRow, isDone: boolean): boolean {
  return (step.done_at !== null) === isDone;
}
