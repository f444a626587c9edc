import { Component, inject, signal } from '@angular/core';
import type { InvitationView } from '../../api/contract';
import { openIn } from '../look/language';
import { problemOf } from '../problems/problem-words';
import { DoorStep } from '../sign-in/door-step';
import { OpenAccount } from './open-account';
import { OpeningApi } from './opening-api';

/** Where a code waits while the page is loaded anew in its owner's language; taken away as soon as it is read. */
const KEPT_AS = 'alongside.code';

/** Takes the code on a card. The address and the title say nothing of what is behind it. */
@Component({
  imports: [DoorStep, OpenAccount],
  template: `
    <app-door-step>
      @if (invitation(); as found) {
        <app-open-account [key]="code()" [invitation]="found" />
      } @else {
        <form class="card stack" (submit)="look($event)" novalidate>
          <h1 data-page i18n="@@code.title">Type the code on your card</h1>
          <div class="field">
            <label for="code" i18n="@@code.label">Code</label>
            <input
              id="code"
              [value]="code()"
              (input)="code.set($any($event.target).value)"
              maxlength="40"
              autocapitalize="characters"
              autocomplete="one-time-code"
              spellcheck="false"
              [attr.aria-invalid]="wrong() ? true : null"
              aria-describedby="code-hint code-wrong"
            />
            <p class="hint" id="code-hint" i18n="@@code.hint">
              Ten letters and numbers. Big or small, with or without the line: it is all the same.
            </p>
            <p class="wrong" id="code-wrong" role="alert">{{ wrong() }}</p>
          </div>
          <button class="button" type="submit" [disabled]="isAsking()" i18n="@@code.goOn">Go on</button>
        </form>
      }
    </app-door-step>
  `,
  styles: `
    form {
      max-width: 480px;
      margin-inline: auto;
    }
    #code {
      font:
        600 1.5rem/1.2 ui-monospace,
        monospace;
      letter-spacing: 0.12em;
      text-transform: uppercase;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class OpenWithCode {
  private readonly api = inject(OpeningApi);
  protected readonly code = signal(sessionStorage.getItem(KEPT_AS) ?? '');
  protected readonly invitation = signal<InvitationView | null>(null);
  protected readonly wrong = signal('');
  protected readonly isAsking = signal(false);

  constructor() {
    sessionStorage.removeItem(KEPT_AS);
    if (this.code()) void this.look();
  }

  protected async look(event?: Event): Promise<void> {
    event?.preventDefault();
    if (!this.code().trim()) return this.wrong.set($localize`:@@code.missing:Type the code first.`);
    this.isAsking.set(true);
    this.wrong.set('');
    try {
      const found = await this.api.look(this.code());
      sessionStorage.setItem(KEPT_AS, this.code());
      if (openIn(found.language)) return;
      sessionStorage.removeItem(KEPT_AS);
      this.invitation.set(found);
    } catch (failure) {
      this.wrong.set(this.wordsFor(failure));
    } finally {
      this.isAsking.set(false);
    }
  }

  private wordsFor(failure: unknown): string {
    const problem = problemOf(failure);
    return problem.code === 'invitation-not-found'
      ? $localize`:@@code.unknown:This code does not open anything. Check it against the card. It works once, for a week; whoever gave it to you can make a new one.`
      : problem.detail;
  }
}
