import { Component, computed, effect, inject, input, type OnInit, signal } from '@angular/core';
import { Router } from '@angular/router';
import { v7 as uuidv7 } from 'uuid';
import type { Problem } from '../../api/problem';
import { problemOf } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { Session } from '../session/session';
import { GoalFields } from './goal-fields';
import { type GoalTyped, NOTHING_TYPED, wordsOf } from './goal-typed';
import { GoalsApi } from './goals-api';

/** A start to go on from, handed over by the page before and never through the address, which a browser keeps. */
export interface StartOfGoal {
  sentence?: string;
  dimension?: string;
}

interface Kept {
  goalId: string;
  typed: GoalTyped;
}

/** A goal is written down: by the participant, or by their coach with them. */
@Component({
  imports: [GoalFields, NotSentYet],
  template: `
    <div class="page">
      <h1 data-page i18n="@@goals.newTitle">A new goal</h1>
      @if (isFoundAgain()) {
        <p class="quiet" role="status" i18n="@@goals.foundAgain">What you typed before is still here.</p>
      }
      <form class="stack" novalidate (submit)="save($event)">
        <app-goal-fields [(typed)]="typed" [problem]="problem()" [today]="today" [isOwn]="!participantId()" />
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
export class NewGoal implements OnInit {
  /** Whose goal it is, where somebody of the staff writes it with them. */
  readonly participantId = input('');

  private readonly api = inject(GoalsApi);
  private readonly router = inject(Router);
  private readonly kept = inject(Session).kept;
  protected readonly today = inject(Session).today();
  protected readonly sending = new Sending();
  private readonly goalId = signal(uuidv7());
  protected readonly isFoundAgain = signal(false);
  protected readonly typed = signal<GoalTyped>(NOTHING_TYPED);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly trouble = signal('');
  private readonly keptAs = computed(() => `goals.new.${this.participantId()}`);

  constructor() {
    effect(() => {
      const [typed, goalId] = [this.typed(), this.goalId()];
      if (typed !== NOTHING_TYPED) this.kept.keep(this.keptAs(), { goalId, typed });
    });
  }

  ngOnInit(): void {
    const kept = this.kept.of<Kept>(this.keptAs());
    const given = start();
    // a start somebody chose just now is meant, whatever was typed before
    if (given) this.typed.set({ ...NOTHING_TYPED, ...given });
    else if (kept) {
      this.goalId.set(kept.goalId);
      this.typed.set(kept.typed);
      this.isFoundAgain.set(true);
    }
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    this.trouble.set('');
    const [goalId, participantId] = [this.goalId(), this.participantId()];
    const whose = participantId ? { participantId } : {};
    try {
      await this.sending.send(() => this.api.add({ goalId, ...whose, ...wordsOf(this.typed()) }));
      this.kept.keep(this.keptAs(), null);
      const pages = participantId ? ['/participants', participantId, 'goals'] : ['/goals'];
      await this.router.navigate([...pages, goalId], { replaceUrl: true });
    } catch (failure) {
      const problem = problemOf(failure);
      // under this id other words are written down already: these are another goal
      if (problem.code === 'goal-id-taken') this.goalId.set(uuidv7());
      this.problem.set(problem);
      this.trouble.set(problem.detail);
    }
  }
}

function start(): Partial<GoalTyped> | null {
  const { start: given } = (history.state ?? {}) as { start?: StartOfGoal };
  return given ? { sentence: given.sentence ?? '', dimension: given.dimension ?? '' } : null;
}
