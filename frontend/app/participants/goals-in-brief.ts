import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { GoalInMovement, Step } from '../../api/contract';
import { GoalStep } from '../goals/goal-step';
import { Ticks } from '../goals/ticks';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { Session } from '../session/session';
import { sureWords } from './goal-words';
import { RecordChanges } from './record-changes';

/** What the participant wants, in their words: whether it moves, and the next small step of each. */
@Component({
  selector: 'app-goals-in-brief',
  imports: [GoalStep, Icon, MatButton, RouterLink, When],
  templateUrl: './goals-in-brief.html',
  styleUrl: './goals-in-brief.scss',
})
export class GoalsInBrief {
  readonly participantId = input.required<string>();
  readonly goals = input.required<GoalInMovement[]>();

  private readonly changes = inject(RecordChanges);
  private readonly ticks = new Ticks(() => this.changes.lookAgain());
  protected readonly isCoach = inject(Session).isCoach;
  protected readonly sure = sureWords;
  protected readonly open = computed(() =>
    this.goals()
      .filter((goal) => !goal.finishedOn && !goal.letGoOn)
      .map((goal) => {
        const steps = goal.steps.map((step) => this.ticks.shown(step));
        return {
          goal,
          done: steps.filter((step) => step.doneAt).length,
          next: steps.find((step) => this.ticks.isFresh(step)) ?? steps.find((step) => !step.doneAt) ?? null,
        };
      }),
  );
  protected readonly ended = computed(() => this.goals().filter((goal) => goal.finishedOn || goal.letGoOn));

  protected tick(step: Step, isDone: boolean): void {
    void this.ticks.tick(step, isDone);
  }
}
