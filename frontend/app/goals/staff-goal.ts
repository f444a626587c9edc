import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { GoalStory, OwnGoal } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { PageTitles } from '../shell/page-titles';
import { dimensionWords } from './dimension-words';
import { editKept, GoalEdit } from './goal-edit';
import { GoalSteps } from './goal-steps';
import { GoalSure } from './goal-sure';
import { GoalTold } from './goal-told';
import { StaffEnding } from './staff-ending';

/** One goal of a participant as staff see it: a coach writes along, a supervisor reads and confirms. */
@Component({
  imports: [
    GoalEdit,
    GoalSteps,
    GoalSure,
    GoalTold,
    Icon,
    MatButton,
    ProblemPanel,
    RouterLink,
    Skeleton,
    StaffEnding,
    When,
  ],
  templateUrl: './staff-goal.html',
  styleUrl: './own-goal.scss',
})
export class StaffGoal {
  readonly participantId = input.required<string>();
  readonly goalId = input.required<string>();

  private readonly session = inject(Session);
  private readonly kept = inject(Session).kept;
  protected readonly isCoach = this.session.isCoach;
  protected readonly page = httpResource<GoalStory>(() => `/api/goals/${encodeURIComponent(this.goalId())}`);
  /** Words that were being typed open the form again. */
  protected readonly isEditing = linkedSignal(() => this.kept.of(editKept(this.goalId())) !== null);
  protected readonly isOpen = computed(() => {
    const goal = this.page.hasValue() ? this.page.value().goal : null;
    return goal !== null && !goal.finishedOn && !goal.letGoOn;
  });
  protected readonly dimension = dimensionWords;

  constructor() {
    const titles = inject(PageTitles);
    inject(Live).whenChanged(this.participantId, () => this.page.reload());
    effect(() => {
      if (this.page.hasValue()) titles.name(`A goal of ${this.page.value().preferredName}`);
    });
  }

  protected saved(goal: OwnGoal): void {
    this.isEditing.set(false);
    this.show(goal);
  }

  /** At once as it now is, so that the next tap is made on this version; the rest is asked anew. */
  protected show(goal: OwnGoal | null): void {
    if (goal) this.page.update((story) => story && { ...story, goal });
    this.page.reload();
  }
}
