import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { GoalStory } from '../../api/contract';
import { Live } from '../live/live';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { dimensionWords } from './dimension-words';
import { editKept, GoalEdit } from './goal-edit';
import { GoalSteps } from './goal-steps';
import { GoalSure } from './goal-sure';
import { GoalTold } from './goal-told';
import { keptWords } from './kept-words';
import { OwnEnding } from './own-ending';

/** One goal of a participant: their sentence, a step for today, and everything that was said of it. */
@Component({
  imports: [GoalEdit, GoalSteps, GoalSure, GoalTold, OwnEnding, Skeleton, When],
  templateUrl: './own-goal.html',
  styleUrl: './own-goal.scss',
})
export class OwnGoalPage {
  readonly goalId = input.required<string>();
  private readonly accountId = inject(Session).me()?.accountId ?? '';
  protected readonly page = httpResource<GoalStory>(() => `/api/goals/${encodeURIComponent(this.goalId())}`);
  /** Words that were being typed open the form again. */
  protected readonly isEditing = linkedSignal(
    () => keptWords(this.accountId, editKept(this.goalId())) !== null,
  );
  protected readonly isOpen = computed(() => {
    const goal = this.page.hasValue() ? this.page.value().goal : null;
    return goal !== null && !goal.finishedOn && !goal.letGoOn;
  });
  protected readonly wrong = computed(() => (this.page.error() ? problemOf(this.page.error()).detail : null));
  protected readonly dimension = dimensionWords;

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.page.reload(),
    );
  }

  protected saved(): void {
    this.isEditing.set(false);
    this.page.reload();
  }
}
