import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { RiskNote } from '../../api/contract';
import { Choices } from '../look/choices';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { keepingAnswers } from './keeping-answers';
import { RiskNoteCard } from './risk-note-card';

/** Open risk notes, the most pressing first and of those the oldest; resolved ones on asking. */
@Component({
  imports: [Choices, Icon, MatButton, ProblemPanel, RiskNoteCard, Skeleton],
  template: `
    <div class="page">
      <header class="stack">
        <h1 data-page>Risk notes</h1>
        <app-choices
          legend="Show"
          [isLegendHidden]="true"
          [choices]="states"
          [mayLetGo]="false"
          [value]="chosen()"
          (valueChange)="show($event)"
        />
      </header>
      <ul class="stack">
        @for (note of shown(); track note.riskNoteId) {
          <li><app-risk-note-card [note]="note" (changed)="lookAgain()" /></li>
        }
      </ul>
      @if (list.failure()) {
        <app-problem-panel [failure]="list.failure()" (again)="list.more()" />
      } @else if (list.isAsking()) {
        <app-skeleton [rows]="4" />
      } @else if (list.next()) {
        <button matButton="outlined" type="button" (click)="list.more()">Show more</button>
      } @else if (!shown().length) {
        <div class="empty">
          <app-icon name="heart" />
          <p>
            {{ chosen() === 'open' ? 'No risk note is open. A good day.' : 'None has been resolved yet.' }}
          </p>
        </div>
      }
    </div>
  `,
})
export class RiskNotes {
  readonly state = input<string>();
  readonly coachId = input<string>();
  readonly level = input<string>();
  /** `waiting`: only what nobody has acknowledged yet. */
  readonly answer = input<string>();

  private readonly router = inject(Router);
  protected readonly states = [
    { value: 'open', words: 'Open' },
    { value: 'resolved', words: 'Resolved' },
  ];
  protected readonly chosen = computed(() => (this.state() === 'resolved' ? 'resolved' : 'open'));
  protected readonly list = pagesOf<RiskNote>(() => ({
    url: '/api/risk-notes',
    params: {
      state: this.chosen(),
      ...(this.coachId() ? { coachId: this.coachId()! } : {}),
      ...(this.level() ? { level: this.level()! } : {}),
      ...(this.answer() ? { answer: this.answer()! } : {}),
    },
  }));
  protected readonly shown = this.list.items;

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.lookAgain(),
    );
  }

  /** @returns false when it is looking anyway */
  protected lookAgain(): boolean {
    return this.list.refresh(keepingAnswers);
  }

  protected show(state: string): void {
    const queryParams = { state: state === 'resolved' ? state : null };
    void this.router.navigate([], {
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }
}
