import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { RiskNote } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { PageTitles } from '../shell/page-titles';
import { RiskNoteCard } from './risk-note-card';

/** One risk note with its whole history. */
@Component({
  imports: [Icon, MatButton, ProblemPanel, RiskNoteCard, RouterLink, Skeleton],
  template: `
    <div class="page">
      <header>
        <a matButton routerLink="/risk-notes"><app-icon name="back" />Risk notes</a>
        @if (note(); as note) {
          <h1 data-page>
            <span class="quiet">Risk note for</span>
            <a [routerLink]="['/participants', note.participantId]">{{ note.participantName }}</a>
          </h1>
        }
      </header>
      @if (note(); as note) {
        <app-risk-note-card
          [note]="note"
          [isOnPersonsPage]="true"
          [isWhole]="true"
          (changed)="$event ? answered.set($event) : asked.reload()"
        />
      } @else if (asked.error()) {
        <app-problem-panel [failure]="asked.error()" (again)="asked.reload()" />
      } @else {
        <app-skeleton [rows]="3" />
      }
    </div>
  `,
  styles: `
    header a[matButton] {
      margin-left: -16px;
    }
    h1 .quiet {
      display: block;
      font: 400 1rem var(--plain);
    }
    h1 a {
      color: inherit;
      text-decoration-color: var(--mat-sys-outline);
    }
  `,
})
export class RiskNotePage {
  readonly riskNoteId = input.required<string>();

  private readonly titles = inject(PageTitles);
  protected readonly asked = httpResource<RiskNote>(
    () => `/api/risk-notes/${encodeURIComponent(this.riskNoteId())}`,
  );
  /** After resolving what one was only told of it can't be read again, so the answer to the answer is kept. */
  protected readonly answered = linkedSignal<string, RiskNote | null>({
    source: this.riskNoteId,
    computation: () => null,
  });
  protected readonly note = computed(() => {
    const read = this.asked.hasValue() ? this.asked.value() : null;
    const answered = this.answered();
    return answered && (!read || answered.version >= read.version) ? answered : read;
  });

  constructor() {
    inject(Live).whenChanged(
      () => this.note()?.participantId ?? null,
      () => this.asked.reload(),
    );
    effect(() => {
      const note = this.note();
      if (note) this.titles.name(`Risk note for ${note.participantName}`);
    });
  }
}
