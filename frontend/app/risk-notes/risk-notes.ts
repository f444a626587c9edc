import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { RiskNote } from '../../api/contract';
import { Choices } from '../look/choices';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { RiskNoteCard } from './risk-note-card';

/** Open risk notes, the most pressing first and of those the oldest; resolved ones on asking. */
@Component({
  imports: [Choices, Icon, ProblemPanel, RiskNoteCard, Skeleton],
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
      @if (page.hasValue()) {
        <ul class="stack">
          @for (note of shown(); track note.riskNoteId) {
            <li><app-risk-note-card [note]="note" (changed)="page.reload()" /></li>
          } @empty {
            <li class="empty">
              <app-icon name="heart" />
              <p>{{ chosen() === 'open' ? 'No risk note is open. A good day.' : 'None has been resolved yet.' }}</p>
            </li>
          }
        </ul>
      } @else if (page.error()) {
        <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
      } @else {
        <app-skeleton [rows]="4" />
      }
    </div>
  `,
})
export class RiskNotes {
  readonly state = input<string>();
  readonly coachId = input<string>();
  readonly level = input<string>();

  private readonly router = inject(Router);
  protected readonly states = [
    { value: 'open', words: 'Open' },
    { value: 'resolved', words: 'Resolved' },
  ];
  protected readonly chosen = computed(() => (this.state() === 'resolved' ? 'resolved' : 'open'));
  protected readonly page = httpResource<{ items: RiskNote[] }>(() => ({
    url: '/api/risk-notes',
    params: { state: this.chosen(), ...(this.coachId() ? { coachId: this.coachId()! } : {}) },
  }));
  protected readonly shown = computed(() =>
    (this.page.hasValue() ? this.page.value().items : []).filter((note) => !this.level() || note.level === this.level()),
  );

  protected show(state: string): void {
    const queryParams = { state: state === 'resolved' ? state : null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true, scroll: 'manual' });
  }
}
