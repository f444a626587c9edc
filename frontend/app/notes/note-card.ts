import { Component, computed, input } from '@angular/core';
import type { Note } from '../../api/contract';
import { Icon } from '../look/icon';
import type { IconName } from '../look/icons';
import { WAY_ICON, WAY_WORDS } from '../look/ways';
import { When } from '../look/when';
import { OwnWordsFields } from './own-words';

/** One time you talked, or somebody tried to. */
@Component({
  selector: 'app-note-card',
  imports: [Icon, OwnWordsFields, When],
  template: `
    @let it = note();
    <article class="card stack">
      <header>
        <app-icon [name]="icon()" />
        <div>
          @if (it.isTakenBack) {
            <h2 i18n="@@notes.takenBack">This note was taken back</h2>
          } @else if (it.isReached) {
            <h2 i18n="@@notes.youAnd">You and {{ it.name }}</h2>
          } @else {
            <h2 i18n="@@notes.tried">{{ it.name }} tried to reach you</h2>
          }
          <p class="quiet small">
            <app-when [day]="it.occurredOn" [clock]="it.occurredTime" />
            @if (way()) {
              <span>&ngsp;· {{ way() }}</span>
            }
          </p>
        </div>
      </header>
      @if (it.sharedNote) {
        <p class="words">{{ it.sharedNote }}</p>
      } @else if (it.isReached && !it.isTakenBack) {
        <p class="quiet" i18n="@@notes.nothingWritten">Nothing was written down that day.</p>
      }
      @for (addendum of it.addenda; track addendum.addendumId) {
        <div class="added">
          <p class="quiet small">
            <ng-container i18n="@@notes.added">{{ addendum.name }} added</ng-container>
            <app-when [day]="addendum.addedOn" />
          </p>
          <p class="words">{{ addendum.words }}</p>
        </div>
      }
      @for (goal of it.goals; track goal.goalId) {
        <p class="goal"><app-icon name="goal" />{{ goal.sentence }}</p>
      }
      @if (it.earlierNotes.length) {
        <details>
          <summary i18n="@@notes.before">What it said before</summary>
          @for (earlier of it.earlierNotes; track $index) {
            <p class="words quiet">{{ earlier.words }}</p>
          }
        </details>
      }
      <app-own-words [note]="it" />
    </article>
  `,
  styleUrl: './note-card.scss',
})
export class NoteCard {
  readonly note = input.required<Note>();
  protected readonly way = computed(() => {
    const { way } = this.note();
    return way && WAY_WORDS[way];
  });
  protected readonly icon = computed((): IconName => {
    const { way } = this.note();
    return way ? WAY_ICON[way] : 'together';
  });
}
