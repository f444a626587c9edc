import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { addDays, dayWords } from '../look/time-words';
import { pageLanguage } from '../look/language';
import { KeyFor } from '../keys/key';
import { TakesFocus } from '../look/takes-focus';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';

/** A card is put away for so many days at most, as the server has it. */
const MOST_DAYS = 14;

/** "Not today, because…", until a day. What is typed stays through a reload of the page. */
@Component({
  selector: 'app-not-today',
  imports: [KeyFor, MatButton, SuggestsWords, TakesFocus],
  template: `
    <form class="stack" (submit)="send($event, untilOn())" novalidate>
      <div class="field">
        <label [for]="'because-' + participantId()">Not today, because…</label>
        <textarea
          appSuggestsWords
          appTakesFocus
          rows="2"
          maxlength="500"
          [id]="'because-' + participantId()"
          [value]="because()"
          (input)="type($any($event.target).value)"
          [attr.aria-describedby]="'wrong-' + participantId()"
        ></textarea>
        <p class="wrong" role="alert" [id]="'wrong-' + participantId()">{{ wrong() }}</p>
      </div>
      <div class="row">
        <button matButton="tonal" type="button" (click)="send($event, tomorrow())">Until tomorrow</button>
        <button matButton="tonal" type="button" (click)="send($event, inThree())">
          Until {{ short(inThree()) }}
        </button>
      </div>
      <div class="row pick">
        <label [for]="'until-' + participantId()">or until</label>
        <input
          type="date"
          [id]="'until-' + participantId()"
          [min]="tomorrow()"
          [max]="latest()"
          [value]="untilOn()"
          (input)="untilOn.set($any($event.target).value)"
        />
        <button matButton="outlined" type="submit">Put away</button>
        <button appKey="Escape" [keyKeepsWords]="true" matButton type="button" (click)="cancelled.emit()">
          Cancel
        </button>
      </div>
    </form>
  `,
  styles: `
    .stack {
      gap: 10px;
    }
    textarea {
      min-height: 76px;
    }
    .row {
      gap: 8px;
    }
    .row > [matButton='tonal'] {
      flex: 1 1 130px;
      padding-inline: 12px;
    }
    .wrong:empty {
      display: none;
    }
    input {
      inline-size: auto;
    }
  `,
})
export class NotToday {
  readonly participantId = input.required<string>();
  readonly name = input.required<string>();
  readonly putAway = output<{ because: string; untilOn: string }>();
  readonly cancelled = output();

  private readonly session = inject(Session);
  private readonly kept = inject(Session).kept;
  private readonly keptAs = computed(() => `not-today.${this.participantId()}`);
  protected readonly because = computed(() => this.typed() ?? this.kept.of<string>(this.keptAs()) ?? '');
  private readonly typed = signal<string | null>(null);
  protected readonly untilOn = signal('');
  protected readonly wrong = signal('');
  protected readonly tomorrow = computed(() => addDays(this.session.today(), 1));
  protected readonly inThree = computed(() => addDays(this.session.today(), 3));
  protected readonly latest = computed(() => addDays(this.session.today(), MOST_DAYS));

  protected short(day: string): string {
    return dayWords(day, this.session.today(), pageLanguage());
  }

  protected type(words: string): void {
    this.typed.set(words);
    this.kept.keep(this.keptAs(), words);
  }

  protected send(event: Event, untilOn: string): void {
    event.preventDefault();
    const because = this.because().trim();
    if (!because) return this.wrong.set('A few words why, so that you know later.');
    if (!untilOn) return this.wrong.set('Choose the day on which the card should be back.');
    if (untilOn < this.tomorrow() || untilOn > this.latest())
      return this.wrong.set('From tomorrow to two weeks ahead: then Today asks again.');
    this.kept.keep(this.keptAs(), null);
    this.putAway.emit({ because, untilOn });
  }
}
