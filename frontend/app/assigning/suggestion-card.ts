import { Component, computed, input, model, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CoachSuggestion } from '../../api/contract';
import { Icon } from '../look/icon';
import { TakesFocus } from '../look/takes-focus';
import { SuggestsWords } from '../words/suggests-words';
import type { Place } from './assigning-api';
import { LoadBar } from './load-bar';

/** A coach who may suit: why, what speaks against it, and what they would carry then. */
@Component({
  selector: 'app-suggestion-card',
  imports: [Icon, LoadBar, MatButton, SuggestsWords, TakesFocus],
  template: `
    @let coach = suggestion().coach;
    <article class="card" [class.off]="!suggestion().mayBeChosen">
      <header>
        <h2>{{ coach.name }}</h2>
        @if (suggestion().supervisorName; as supervisor) {
          <p class="quiet small">{{ supervisor }}’s team</p>
        }
      </header>
      <ul class="why">
        @for (reason of reasons(); track reason.kind) {
          <li><app-icon name="check" />{{ reason.words }}</li>
        }
        @for (drawback of drawbacks(); track drawback.kind) {
          <li class="but"><app-icon name="alert" />{{ drawback.words }}</li>
        }
        @if (suggestion().alsoSpeaks; as also) {
          <li><app-icon name="text" />Also speaks: {{ also }}</li>
        }
        @if (suggestion().ownWords; as words) {
          <li class="own"><app-icon name="heart" />“{{ words }}”</li>
        }
      </ul>
      <app-load-bar [load]="suggestion().load" [after]="after().load" />
      @if (suggestion().mayBeChosen) {
        <form class="stack" (submit)="choose($event)" novalidate>
          @if (isFull() && (isAsking() || reason() || wrong())) {
            <div class="field">
              <label [for]="'reason-' + coach.accountId">Why {{ coach.name }} all the same?</label>
              <textarea
                appSuggestsWords
                appTakesFocus
                rows="2"
                maxlength="500"
                [id]="'reason-' + coach.accountId"
                [attr.aria-invalid]="!!wrong()"
                [attr.aria-describedby]="'wrong-' + coach.accountId"
                [value]="reason()"
                (input)="reason.set($any($event.target).value)"
              ></textarea>
              <p class="wrong" role="alert" [id]="'wrong-' + coach.accountId">{{ wrong() }}</p>
            </div>
          }
          <div>
            <button [matButton]="isFirst() ? 'filled' : 'outlined'" type="submit" [disabled]="isSaving()">
              {{ place() === 'coach' ? 'Choose' : 'Add' }} {{ coach.name
              }}{{ isFull() && !isAsking() ? '…' : '' }}
            </button>
          </div>
        </form>
      }
    </article>
  `,
  styleUrl: './suggestion-card.scss',
})
export class SuggestionCard {
  readonly suggestion = input.required<CoachSuggestion>();
  readonly place = input.required<Place>();
  readonly isFirst = input(false);
  readonly isSaving = input(false);
  readonly wrong = input<string | null>(null);
  /** Why all the same, as it is typed. */
  readonly reason = model('');
  readonly chosen = output<CoachSuggestion>();

  protected readonly isAsking = signal(false);
  protected readonly after = computed(() =>
    this.place() === 'coach' ? this.suggestion().asPrimary : this.suggestion().asSecond,
  );
  /** The picture below says what they would carry. */
  protected readonly reasons = computed(() =>
    this.suggestion().reasons.filter(({ kind }) => kind !== 'room'),
  );
  protected readonly drawbacks = computed(() =>
    this.suggestion().drawbacks.filter(
      ({ kind }) => kind !== 'full' && (kind !== 'other team' || this.place() === 'coach'),
    ),
  );
  protected readonly isFull = computed(() => this.after().room === 'full');

  /** Of a full coach it is asked first why them all the same. */
  protected choose(event: Event): void {
    event.preventDefault();
    if (this.isFull() && !this.isAsking() && !this.reason().trim()) return this.isAsking.set(true);
    this.chosen.emit(this.suggestion());
  }
}
