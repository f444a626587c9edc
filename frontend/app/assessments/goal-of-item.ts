import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { v7 as newId } from 'uuid';
import { Icon } from '../look/icon';
import { problemOf } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { GOAL_OF_ITEM } from './goal-sentences';

/** What the server answers of a goal, as far as it is needed here. */
interface Made {
  goalId: string;
  version: number;
}

/** A weak answer becomes a goal in one tap: with a sentence to begin with, theirs to change, and the way back. */
@Component({
  selector: 'app-goal-of-item',
  imports: [Icon, NotSentYet, RouterLink],
  template: `
    @if (made(); as goal) {
      <p class="made" role="status">
        <app-icon name="goal" />
        <span
          ><span i18n="@@answers.goalMade">Now one of your goals: “{{ offered().sentence }}”</span>
          <span class="row">
            <a [routerLink]="['/goals', goal.goalId]" i18n="@@answers.goalWords">In my own words</a>
            <button class="plain-button" type="button" (click)="undo(goal)">
              <u i18n="@@answers.goalUndo">Undo</u>
            </button>
          </span></span
        >
      </p>
    } @else {
      <button class="plain-button make" type="button" [disabled]="sending.isSending()" (click)="make()">
        <app-icon name="goal" /><u i18n="@@answers.makeGoal">Make this a goal</u>
        <span class="only-heard">: {{ offered().sentence }}</span>
      </button>
    }
    @if (sending.isLate()) {
      <app-not-sent-yet class="small quiet" />
    }
    @if (wrong()) {
      <p role="alert">{{ wrong() }}</p>
    }
  `,
  styles: `
    .make,
    .made {
      display: inline-flex;
      gap: 8px;
      align-items: center;
    }
    .made {
      align-items: start;
    }
    app-icon {
      flex: none;
      color: var(--mat-sys-primary);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: 48px;
      color: inherit;
    }
  `,
})
export class GoalOfItem {
  readonly item = input.required<number>();

  private readonly http = inject(HttpClient);
  protected readonly offered = computed(() => GOAL_OF_ITEM[this.item()]!);
  protected readonly made = signal<Made | null>(null);
  protected readonly sending = new Sending();
  protected readonly wrong = signal('');
  private readonly goalId = newId();

  protected async make(): Promise<void> {
    const { sentence, dimension } = this.offered();
    const goal = { goalId: this.goalId, sentence, dimension };
    await this.tries(() => firstValueFrom(this.http.post<Made>('/api/goals', goal)));
  }

  /** Let go, without blame: a goal is never wiped out. */
  protected async undo({ goalId, version }: Made): Promise<void> {
    const headers = { 'If-Match': `"${version}"` };
    await this.tries(async () => {
      await firstValueFrom(this.http.post(`/api/goals/${goalId}/let-go`, {}, { headers }));
      return null;
    });
  }

  private async tries(send: () => Promise<Made | null>): Promise<void> {
    this.wrong.set('');
    try {
      this.made.set(await this.sending.send(send));
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }
}
