import { Component, computed, inject } from '@angular/core';
import type { Note, NoteList } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { problemOf } from '../problems/problem-words';
import { NoteCard } from './note-card';

/** What coach and participant wrote together, the newest first, with room for the participant's own words. */
@Component({
  imports: [Icon, NoteCard, Skeleton],
  template: `
    <div class="page">
      <h1 data-page i18n="@@notes.title">Notes together</h1>
      @for (note of list.items(); track note.contactId) {
        <app-note-card [note]="note" />
      }
      @if (wrong()) {
        <div class="card stack" role="alert">
          <p>{{ wrong() }}</p>
          <button class="plain-button" type="button" (click)="list.more()">
            <u i18n="@@problem.again">Try again</u>
          </button>
        </div>
      } @else if (list.isAsking()) {
        <app-skeleton [rows]="3" />
      } @else if (list.next()) {
        <button class="button soft" type="button" (click)="list.more()" i18n="@@notes.earlier">
          Show earlier
        </button>
      } @else if (list.items().length === 0) {
        <div class="empty">
          <app-icon name="together" />
          <p i18n="@@notes.none">
            Nothing here yet. When you and your coach have talked, what was written for both of you stands
            here.
          </p>
        </div>
      }
    </div>
  `,
})
export class Notes {
  protected readonly list = pagesOf<Note, NoteList>(() => ({ url: '/api/notes', params: { limit: '10' } }));
  protected readonly wrong = computed(() => {
    const failure = this.list.failure();
    return failure ? problemOf(failure).detail : null;
  });

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.list.refresh(),
    );
  }
}
