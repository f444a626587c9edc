import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { Session } from '../session/session';
import { PageTitles } from '../shell/page-titles';
import { OWN_WORDS } from './own-words';
import { PlanOnPaper } from './plan-on-paper';
import { PlanParts } from './plan-parts-list';
import { PlanTrouble } from './plan-trouble';
import { PlanVersionsList } from './plan-versions';
import { Plans } from './plans';
import { STAFF_WORDS } from './staff-words';

/** Somebody's plan, to read and to write together; a supervisor reads. */
@Component({
  imports: [Icon, MatButton, PlanOnPaper, PlanParts, PlanTrouble, PlanVersionsList, RouterLink, Skeleton],
  template: `
    <article class="page">
      <a class="back not-printed" [routerLink]="['/participants', participantId()]">
        <app-icon name="back" />{{ plan().preferredName() || 'Participant' }}
      </a>
      @if (plan().isHere()) {
        <header class="not-printed stack">
          <h1 data-page>{{ plan().preferredName() }}’s recovery plan</h1>
          <div class="row" role="group" aria-label="What to show">
            @for (view of views; track view.is) {
              <button
                [matButton]="shows() === view.is ? 'filled' : 'outlined'"
                type="button"
                [attr.aria-pressed]="shows() === view.is"
                (click)="shows.set(view.is)"
              >
                {{ view.words }}
              </button>
            }
          </div>
          @if (isCoach() && shows() === 'plan') {
            <label class="tick">
              <input
                type="checkbox"
                [checked]="plan().isTogether()"
                (change)="plan().isTogether.set(!plan().isTogether())"
              />
              <span>We are making it together: say so beside what I write now</span>
            </label>
          }
        </header>
        @switch (shows()) {
          @case ('plan') {
            <app-plan-parts [plan]="plan()" [words]="words" [mayWrite]="isCoach()" />
          }
          @case ('earlier') {
            <app-plan-versions [plan]="plan()" [words]="words" />
          }
          @case ('paper') {
            <app-plan-on-paper [plan]="plan()" [words]="ownWords" />
          }
        }
      } @else if (plan().problem(); as problem) {
        <h1 data-page>Recovery plan</h1>
        <app-plan-trouble [problem]="problem" (again)="plan().load()" />
      } @else {
        <app-skeleton [rows]="4" />
      }
    </article>
  `,
  styles: `
    .page {
      max-width: 1100px;
    }
    .back {
      display: inline-flex;
      gap: 4px;
      align-items: center;
      justify-self: start;
      min-height: 48px;
      color: var(--mat-sys-on-surface-variant);
      text-decoration: none;
    }
  `,
})
export class StaffPlan {
  readonly participantId = input.required<string>();
  private readonly plans = inject(Plans);
  private readonly titles = inject(PageTitles);
  protected readonly isCoach = inject(Session).isCoach;
  protected readonly plan = computed(() => this.plans.of(this.participantId()));
  protected readonly words = STAFF_WORDS;
  /** What is printed is handed to the person: it speaks their words. */
  protected readonly ownWords = OWN_WORDS;
  protected readonly shows = signal<'plan' | 'earlier' | 'paper'>('plan');
  protected readonly views = [
    { is: 'plan', words: 'The plan' },
    { is: 'earlier', words: 'Earlier versions' },
    { is: 'paper', words: 'To print' },
  ] as const;

  constructor() {
    inject(Live).whenChanged(this.participantId, () => this.plan().load());
    effect(() => {
      const plan = this.plan();
      untracked(() => {
        plan.isTogether.set(false);
        void plan.load();
      });
    });
    effect(() => {
      if (this.plan().preferredName()) this.titles.nameOnPaper(`${this.plan().preferredName()}’s plan`);
    });
  }
}
