import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { Goal, Step } from '../../api/contract';
import type { HomePage } from '../../api/contract';
import { Icon } from '../look/icon';
import { Live } from '../live/live';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { problemOf } from '../problems/problem-words';
import { ENTRIES } from './entries';
import { HomeGoal } from './home-goal';
import { NextTime } from './next-time';

/** A participant's own page: the next contact, their goals, help. Nothing that staff keep to themselves. */
@Component({
  imports: [HomeGoal, Icon, NextTime, RouterLink, Skeleton],
  templateUrl: './home.html',
  styleUrl: './home.scss',
})
export class Home {
  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  protected readonly page = httpResource<HomePage>(() => '/api/home');
  protected readonly entries = ENTRIES;
  protected readonly open = computed(() => this.goalsThat((goal) => !goal.finishedOn && !goal.letGoOn));
  protected readonly reached = computed(() => this.goalsThat((goal) => goal.finishedOn !== null));
  protected readonly wrong = computed(() => (this.page.error() ? problemOf(this.page.error()).detail : null));

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.page.reload(),
    );
  }

  /** Shown at once; taken back, with words, should the server not take it. */
  protected async tick(step: Step, isDone: boolean): Promise<void> {
    this.show({ ...step, doneAt: isDone ? new Date().toISOString() : null });
    const headers = { 'If-Match': `"${step.version}"` };
    try {
      const saved = await firstValueFrom(
        this.http.post<Step>(`/api/steps/${step.stepId}/tick`, { isDone }, { headers }),
      );
      this.show({ ...step, ...saved });
      if (isDone) {
        void this.notices.say($localize`:@@home.ticked:Done. Well done!`, {
          label: $localize`:@@home.undo:Undo`,
          undo: () => void this.tick({ ...step, ...saved }, false),
        });
      }
    } catch (failure) {
      this.show(step);
      void this.notices.say(problemOf(failure).detail);
      if (problemOf(failure).status === 412) this.page.reload();
    }
  }

  private goalsThat(is: (goal: Goal) => boolean): Goal[] {
    return this.page.hasValue() ? this.page.value().goals.filter(is) : [];
  }

  private show(step: Step): void {
    this.page.update((home) =>
      home
        ? {
            ...home,
            goals: home.goals.map((goal) => ({
              ...goal,
              steps: goal.steps.map((other) => (other.stepId === step.stepId ? step : other)),
            })),
          }
        : home,
    );
  }
}
