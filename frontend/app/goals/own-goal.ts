import { httpResource } from '@angular/common/http';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
} from '@angular/core';
import type { GoalStory, OwnGoal } from '../../api/contract';
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
import { OwnEnding } from './own-ending';

/** One goal of a participant: their sentence, a step for today, and everything that was said of it. */
@Component({
  imports: [GoalEdit, GoalSteps, GoalSure, GoalTold, OwnEnding, Skeleton, When],
  templateUrl: './own-goal.html',
  styleUrl: './own-goal.scss',
})
export class OwnGoalPage {
  readonly goalId = input.required<string>();
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly kept = inject(Session).kept;
  protected readonly page = httpResource<GoalStory>(() => `/api/goals/${encodeURIComponent(this.goalId())}`);
  /** Words that were being typed open the form again. */
  protected readonly isEditing = linkedSignal(() => this.kept.of(editKept(this.goalId())) !== null);
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

  protected saved(goal: OwnGoal): void {
    this.isEditing.set(false);
    this.show(goal);
  }

  /** At once as it now is, so that the next tap is made on this version; the rest is asked anew. */
  protected show(goal: OwnGoal | null): void {
    if (goal) this.page.update((story) => story && { ...story, goal });
    this.page.reload();
  }

  /** What became of it stands above, while the thumb is below: it comes into sight and takes the focus. */
  protected ended(goal: OwnGoal | null): void {
    this.show(goal);
    if (!goal) return;
    const find = (): void => {
      const ending = this.element.querySelector<HTMLElement>('app-own-ending');
      ending?.scrollIntoView({ block: 'center' });
      ending?.focus({ preventScroll: true });
    };
    afterNextRender(find, { injector: this.injector });
  }
}
