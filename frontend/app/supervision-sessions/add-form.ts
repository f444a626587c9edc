import { Component, inject, input, type OnInit, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { SupervisionSession } from '../../api/contract';
import { Icon } from '../look/icon';
import { problemOf } from '../problems/problem-words';
import { KeptForTab } from '../session/kept-for-tab';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { SessionsApi } from './sessions-api';

/** Where what is being added is kept until the server has it. */
export function addendumName(sessionId: string, lineId: string | null): string {
  return `session-addendum.${sessionId}${lineId === null ? '' : `.${lineId}`}`;
}

/** Adds to a session that both signed: beside a line of it, or to the whole. */
@Component({
  selector: 'app-add-form',
  imports: [Icon, MatButton, SuggestsWords],
  template: `
    @let id = 'addendum-' + (lineId() ?? 'whole');
    <form class="stack not-printed" (submit)="add($event)" novalidate>
      <div class="field">
        <label [for]="id">{{ label() }}</label>
        <textarea
          appSuggestsWords
          [id]="id"
          rows="2"
          [value]="words()"
          (input)="type($any($event.target).value)"
          [attr.aria-describedby]="id + '-hint'"
        ></textarea>
        <p class="hint" [id]="id + '-hint'">
          Both have signed, so the text stays as it is. What you add carries your name and the time, and stays
          too.
        </p>
        <p class="wrong" role="alert">{{ wrong() }}</p>
      </div>
      <div class="row">
        <button matButton="outlined" type="submit" [disabled]="isSaving()">
          <app-icon name="plus" />Add it
        </button>
        <ng-content />
      </div>
    </form>
  `,
  styles: `
    .wrong:empty {
      display: none;
    }
  `,
})
export class AddForm implements OnInit {
  readonly session = input.required<SupervisionSession>();
  /** Null: the session as a whole. */
  readonly lineId = input<string | null>(null);
  readonly label = input.required<string>();
  readonly added = output<SupervisionSession>();

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
      const asked = { addendumId, lineId: this.lineId(), words: this.words() };
      const session = await this.api.add(this.session(), asked);
      this.addendumId = uuidv7();
      this.type('');
      this.added.emit(session);
    } catch (failure) {
      this.wrong.set(`${problemOf(failure).detail} What you typed is still here.`);
    } finally {
      this.isSaving.set(false);
    }
  }

  private name(): string {
    return addendumName(this.session().sessionId, this.lineId());
  }
}
