import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { notFound } from '../http/problem.js';
import { versionsOf } from './plan-versions.queries.js';
import { planNow, planThen } from './read-plan.js';
import type { PlanLines, PlanPeopleWords } from './recovery-plan.dto.js';
import type {
  PlanPart,
  PlanPeople,
  PlanVersions,
  RecoveryPlan,
  RecoveryPlanThen,
} from './recovery-plan.view.js';
import { type Planner, plannerInReach } from './whose-plan.js';
import { writeLines } from './write-lines.js';
import { writePeople } from './write-people.js';

/** Whose plan: a participant's by id, or null for the acting participant's own. */
type Whose = string | null;

@Injectable()
export class RecoveryPlansService {
  constructor(private readonly door: Door) {}

  open(caller: Caller, whose: Whose): Promise<RecoveryPlan> {
    return this.about(caller, whose, (tx, actor, planner) => {
      actor.record({ action: 'recovery-plan.opened', participantId: planner.participantId });
      return planNow(tx, actor, planner);
    });
  }

  versions(caller: Caller, whose: Whose, before?: number): Promise<PlanVersions> {
    return this.about(caller, whose, (tx, actor, planner) => {
      actor.record({ action: 'recovery-plan.versions-opened', participantId: planner.participantId });
      return versionsOf(tx, actor, planner, before);
    });
  }

  openThen(caller: Caller, whose: Whose, version: string): Promise<RecoveryPlanThen> {
    return this.about(caller, whose, (tx, actor, planner) => {
      if (!/^[1-9]\d{0,8}$/.test(version)) throw notFound('plan-version');
      actor.record({ action: 'recovery-plan.versions-opened', participantId: planner.participantId });
      return planThen(tx, actor, planner, Number(version));
    });
  }

  writeLines(
    caller: Caller,
    whose: Whose,
    part: string,
    version: number,
    asked: PlanLines,
  ): Promise<PlanPart> {
    return this.about(caller, whose, (tx, actor, planner) =>
      writeLines(tx, actor, planner, part, version, asked),
    );
  }

  writePeople(caller: Caller, whose: Whose, version: number, asked: PlanPeopleWords): Promise<PlanPeople> {
    return this.about(caller, whose, (tx, actor, planner) => writePeople(tx, actor, planner, version, asked));
  }

  private about<T>(
    caller: Caller,
    whose: Whose,
    use: (tx: EntityManager, actor: Actor, planner: Planner) => Promise<T>,
  ): Promise<T> {
    return this.door.asActor(caller, async (tx, actor) =>
      use(tx, actor, await plannerInReach(tx, actor, whose)),
    );
  }
}
