import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OwnGoal, OwnGoals, Step } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { dimensionWords } from './dimension-words';
import { GoalStep } from './goal-step';
import { STARTS } from './starts';
import { Ticks } from './ticks';

/** A participant's goals: what they want, with one small step of each for today. */
@Component({
  imports: [GoalStep, Icon, RouterLink, Skeleton, When],
  templateUrl: './own-goals.html',
  styleUrl: './own-goals.scss',
})
export class OwnGoalsPage {
  protected readonly page = httpResource<OwnGoals>(() => '/api/goals');
  private readonly ticks = new Ticks(() => this.page.reload());
  protected readonly goals = computed(() => (this.page.hasValue() ? this.page.value().items : []));
  protected readonly open = computed(() => this.goals().filter((goal) => !goal.finishedOn && !goal.letGoOn));
  protected readonly reached = computed(() => this.goals().filter((goal) => goal.finishedOn));
  protected readonly letGo = computed(() => this.goals().filter((goal) => goal.letGoOn));
  protected readonly wrong = computed(() => (this.page.error() ? problemOf(this.page.error()).detail : null));
  protected readonly starts = STARTS;
  protected readonly dimension = dimensionWords;

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.page.reload(),
    );
  }

  protected next(goal: OwnGoal): Step | null {
    const steps = goal.steps.map((step) => this.ticks.shown(step));
    return steps.find((step) => this.ticks.isFresh(step)) ?? steps.find((step) => !step.doneAt) ?? null;
  }

  protected done(goal: OwnGoal): number {
    return goal.steps.filter((step) => this.ticks.shown(step).doneAt).length;
  }

  protected tick(step: Step, isDone: boolean): void {
    void this.ticks.tick(step, isDone);
  }
}
