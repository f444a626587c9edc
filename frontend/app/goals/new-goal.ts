import { Component, effect, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { v7 as uuidv7 } from 'uuid';
import type { Problem } from '../../api/problem';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { GoalFields } from './goal-fields';
import { type GoalTyped, NOTHING_TYPED, wordsOf } from './goal-typed';
import { GoalsApi } from './goals-api';
import { keepWords, keptWords } from './kept-words';
import { NotSentYet } from './not-sent-yet';
import { Sending } from './sending';

/** A start to go on from, handed over by the page before and never through the address, which a browser keeps. */
export interface StartOfGoal {
  sentence?: string;
  dimension?: string;
}

interface Kept {
  goalId: string;
  typed: GoalTyped;
}

const KEPT_AS = 'new';

/** A participant writes a goal down, in their own words. */
@Component({
  imports: [GoalFields, NotSentYet],
  template: `
    <div class="page">
      <h1 data-page i18n="@@goals.newTitle">A new goal</h1>
      @if (isFoundAgain) {
        <p class="quiet" role="status" i18n="@@goals.foundAgain">What you typed before is still here.</p>
      }
      <form class="stack" novalidate (submit)="save($event)">
        <app-goal-fields [(typed)]="typed" [problem]="problem()" [today]="today" />
        <p class="wrong" role="alert">{{ trouble() }}</p>
        @if (sending.isLate()) {
          <app-not-sent-yet />
        }
        <button class="button" type="submit" [disabled]="sending.isSending()" i18n="@@goals.write">
          Write it down
        </button>
      </form>
    </div>
  `,
  styles: `
    form {
      gap: 24px;
    }
    .wrong {
      font-weight: 550;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class NewGoal {
  private readonly api = inject(GoalsApi);
  private readonly router = inject(Router);
  private readonly accountId = inject(Session).me()?.accountId ?? '';
  protected readonly today = inject(Session).today();
  protected readonly sending = new Sending();
  private readonly kept = keptWords<Kept>(this.accountId, KEPT_AS);
  protected readonly isFoundAgain = this.kept !== null;
  private goalId = this.kept?.goalId ?? uuidv7();
  protected readonly typed = signal<GoalTyped>(this.kept?.typed ?? { ...NOTHING_TYPED, ...start() });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly trouble = signal('');

  constructor() {
    effect(() => {
      const typed = this.typed();
      const isEmpty = JSON.stringify(typed) === JSON.stringify(NOTHING_TYPED);
      keepWords(this.accountId, KEPT_AS, isEmpty ? null : { goalId: this.goalId, typed });
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    this.trouble.set('');
    const { goalId } = this;
    try {
      await this.sending.send(() => this.api.add({ goalId, ...wordsOf(this.typed()) }));
      keepWords(this.accountId, KEPT_AS, null);
      await this.router.navigate(['/goals', goalId], { replaceUrl: true });
    } catch (failure) {
      const problem = problemOf(failure);
      // under this id other words are written down already: these are another goal
      if (problem.code === 'goal-id-taken') this.goalId = uuidv7();
      this.problem.set(problem);
      this.trouble.set(problem.detail);
    }
  }
}

function start(): Partial<GoalTyped> {
  const { start: given } = (history.state ?? {}) as { start?: StartOfGoal };
  return given ? { sentence: given.sentence ?? '', dimension: given.dimension ?? '' } : {};
}
