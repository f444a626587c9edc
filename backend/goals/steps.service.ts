import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, stale } from '../http/problem.js';
import type { Step } from './goal.dto.js';
import { setDone, stepInReach, stepOf, type StepRow } from './steps.queries.js';

@Injectable()
export class StepsService {
  constructor(private readonly door: Door) {}

  /**
   * Ticks a step as done, or takes the tick back. What is already so stays so, whichever version was seen: a tap sent
   * twice is one tick.
   *
   * @throws Problem 404 out of reach; 412 when the step changed to something else meanwhile.
   */
  tick(caller: Caller, stepId: string, version: number, isDone: boolean): Promise<Step> {
    return this.door.asActor(caller, async (tx, actor) => {
      const step = await reach(tx, actor, stepId);
      if (isSo(step, isDone)) return stepOf(step);
      const isTicked = await setDone(tx, actor, stepId, version, isDone);
      const now = await reach(tx, actor, stepId);
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
}

async function reach(tx: EntityManager, actor: Actor, stepId: string): Promise<StepRow> {
  if (!isId(stepId)) throw notFound('step');
  return found(await stepInReach(tx, actor, stepId), 'step');
}

function isSo(step: StepRow, isDone: boolean): boolean {
  return (step.done_at !== null) === isDone;
}
