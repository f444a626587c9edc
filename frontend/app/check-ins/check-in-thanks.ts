import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CheckInAnswer, CheckInForm } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { TakesFocus } from '../look/takes-focus';
import { ticking } from '../look/ticking';
import { problemOf } from '../problems/problem-words';
import { NotSentYet } from '../problems/until-answered';
import { Session } from '../session/session';
import { CheckInSending } from './check-in-sending';
import { helpComesFirst } from './filled-in';
import { HelpFirst } from './help-first';
import { MoodDrawing } from './mood-drawing';
import type { Mood } from './mood-words';
import { whoReadsWords } from './who-reads';

const THANKS: Record<Mood, string> = {
  struggling: $localize`:@@thanks.struggling:Some days are heavy. You don’t have to get through this one alone.`,
  'getting by': $localize`:@@thanks.gettingBy:Getting by is enough for today.`,
  steady: $localize`:@@thanks.steady:Good to hear how it is.`,
  strong: $localize`:@@thanks.strong:Enjoy it. This day is yours.`,
};

/** After a check-in: thanks in words that fit, help where it may be needed, who reads it, and the way to take it back. */
@Component({
  selector: 'app-check-in-thanks',
  imports: [HelpFirst, MoodDrawing, NotSentYet, RouterLink, TakesFocus],
  template: `
    @if (isTakenBack()) {
      <h1 data-page tabindex="-1" appTakesFocus i18n="@@thanks.takenBack">Taken back</h1>
      <p i18n="@@thanks.countsNothing">It does not count, and nobody is asked to read it.</p>
      <div class="row">
        <button class="button" type="button" (click)="again.emit()" i18n="@@thanks.again">Start again</button>
        <a class="button soft" routerLink="/home" i18n="@@thanks.home">Back Home</a>
      </div>
    } @else {
      <header>
        <app-mood-drawing [mood]="said().mood" />
        <h1 data-page tabindex="-1" appTakesFocus i18n="@@thanks.title">Thank you for saying how you are</h1>
        <p>{{ words() }}</p>
      </header>
      @if (needsHelp()) {
        <app-help-first [said]="said()" />
      }
      <div class="card stack" role="status">
        @if (answer(); as taken) {
          <p>{{ whoReads() }}</p>
        } @else if (sending.isLate()) {
          <app-not-sent-yet />
        } @else {
          <p i18n="@@thanks.sending">Sending …</p>
        }
        @if (wrong(); as what) {
          <p role="alert">{{ what }}</p>
        }
        @if (mayTakeBack()) {
          <button class="plain-button" type="button" (click)="takeBack()">
            <u i18n="@@thanks.takeBack">That was a mistake, take it back</u>
          </button>
        }
      </div>
      <div class="row">
        <a class="button" routerLink="/home" i18n="@@thanks.home">Back Home</a>
        <a class="button soft" routerLink="/weeks" i18n="@@thanks.weeks">See your weeks</a>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 20px;
      grid-template-columns: minmax(0, 1fr);
    }
    header {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    header app-mood-drawing {
      font-size: 1.75rem;
      color: var(--mat-sys-primary);
    }
    header p {
      font-size: 1.125rem;
    }
  `,
})
export class CheckInThanks {
  readonly said = input.required<CheckInForm>();
  /** Null until the server has it. */
  readonly answer = input.required<CheckInAnswer | null>();
  readonly again = output();

  protected readonly sending = inject(CheckInSending);
  private readonly session = inject(Session);
  private readonly now = ticking();
  protected readonly isTakenBack = signal(false);
  protected readonly wrong = signal('');
  protected readonly words = computed(() => THANKS[this.said().mood]);
  protected readonly needsHelp = computed(() => helpComesFirst(this.said()));
  protected readonly whoReads = computed(() => {
    const answer = this.answer();
    return (
      answer &&
      whoReadsWords(answer, {
        today: this.session.today(),
        timeZone: this.session.timeZone(),
        language: pageLanguage(),
      })
    );
  });
  protected readonly mayTakeBack = computed(() => {
    const until = this.answer()?.mayTakeBackUntil;
    return !!until && Date.parse(until) > this.now().getTime();
  });

  /** Shown as taken back at once; should the server refuse, it says why and stands again. */
  protected async takeBack(): Promise<void> {
    this.isTakenBack.set(true);
    this.wrong.set('');
    try {
      await this.sending.takeBack(this.said().checkInId);
    } catch (failure) {
      this.isTakenBack.set(false);
      this.wrong.set(problemOf(failure).detail);
    }
  }
}
