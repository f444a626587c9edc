import { Component, inject, input, type OnInit, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { SupervisionSession } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { dayOf } from '../look/time-words';
import { problemOf } from '../problems/problem-words';
import { KeptForTab } from '../session/kept-for-tab';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { SessionsApi } from './sessions-api';

/** What was added after both signed: by whom and when, never changed. */
@Component({
  selector: 'app-addenda-part',
  imports: [Icon, MatButton, SuggestsWords, When],
  template: `
    <h2>Added later</h2>
    @for (one of session().addenda; track one.addendumId) {
      <div>
        <p class="said">{{ one.words }}</p>
        <p class="small quiet">{{ one.account.name }}, <app-when [day]="dayOf(one.addedAt)" /></p>
      </div>
    }
    @if (session().mayAdd) {
      <form class="stack not-printed" (submit)="add($event)" novalidate>
        <div class="field">
          <label for="addendum">What is missing?</label>
          <textarea
            appSuggestsWords
            id="addendum"
            rows="2"
            [value]="words()"
            (input)="type($any($event.target).value)"
            aria-describedby="addendum-hint"
          ></textarea>
          <p class="hint" id="addendum-hint">
            Both have signed, so the text stays as it is. What you add carries your name and the time, and
            stays too.
          </p>
          <p class="wrong" role="alert">{{ wrong() }}</p>
        </div>
        <div>
          <button matButton="outlined" type="submit" [disabled]="isSaving()">
            <app-icon name="plus" />Add it
          </button>
        </div>
      </form>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    .said {
      white-space: pre-line;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class AddendaPart implements OnInit {
  readonly session = input.required<SupervisionSession>();
  readonly changed = output<SupervisionSession>();

  private readonly api = inject(SessionsApi);
  private readonly me = inject(Session);
  private readonly kept = new KeptForTab(() => this.me.me()?.accountId ?? '');
  protected readonly words = signal('');
  protected readonly wrong = signal('');
  protected readonly isSaving = signal(false);
  private addendumId = uuidv7();

  ngOnInit(): void {
    this.words.set(this.kept.of<string>(this.name()) ?? '');
  }

  protected dayOf(at: string): string {
    return dayOf(at, this.me.timeZone());
  }

  protected type(words: string): void {
    this.words.set(words);
    this.kept.keep(this.name(), words || null);
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.words().trim()) return this.wrong.set('A few words are needed here.');
    this.isSaving.set(true);
    this.wrong.set('');
    try {
      const { addendumId } = this;
      const session = await this.api.add(this.session(), { addendumId, lineId: null, words: this.words() });
      this.addendumId = uuidv7();
      this.type('');
      this.changed.emit(session);
    } catch (failure) {
      this.wrong.set(`${problemOf(failure).detail} What you typed is still here.`);
    } finally {
      this.isSaving.set(false);
    }
  }

  private name(): string {
    return `session-addendum.${this.session().sessionId}`;
  }
}
