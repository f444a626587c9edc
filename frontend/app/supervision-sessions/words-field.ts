import { Component, inject, input, type OnInit, output } from '@angular/core';
import type { SupervisionSession } from '../../api/contract';
import { BothVersions } from '../look/both-versions';
import { TakesFocus } from '../look/takes-focus';
import { SuggestsWords } from '../words/suggests-words';
import { SessionsApi } from './sessions-api';
import { type SavedWords, WordsKeeping } from './words-keeping';

/** A field for what was talked about: it saves by itself, and says so. */
@Component({
  selector: 'app-words-field',
  imports: [BothVersions, SuggestsWords, TakesFocus],
  template: `
    @let id = 'words-' + (lineId() ?? sessionId());
    <div class="field">
      <label [for]="id" [class.only-heard]="isLabelHidden()">{{ label() }}</label>
      @if (isNew()) {
        <textarea
          appSuggestsWords
          appTakesFocus
          [id]="id"
          rows="2"
          [value]="keeping.shown()"
          [attr.aria-describedby]="id + '-state'"
          (input)="keeping.type($any($event.target).value)"
        ></textarea>
      } @else {
        <textarea
          appSuggestsWords
          [id]="id"
          [rows]="rows()"
          [value]="keeping.shown()"
          [attr.aria-describedby]="id + '-state'"
          (input)="keeping.type($any($event.target).value)"
        ></textarea>
      }
      <p class="state small quiet" [id]="id + '-state'" aria-live="polite">
        @switch (keeping.state()) {
          @case ('saving') {
            Saving…
          }
          @case ('not sent yet') {
            Not sent yet. It is kept here, and we are trying again.
          }
          @case ('saved') {
            @if (saved().words) {
              Saved
            }
          }
        }
      </p>
      @if (keeping.theirs(); as theirs) {
        <app-both-versions
          [mine]="[keeping.shown()]"
          [theirs]="[isSigned() ? 'Signed meanwhile, as it was:' : '', theirs.words || 'Nothing yet']"
          (keepMine)="keeping.keepMine()"
          (takeTheirs)="keeping.takeTheirs()"
        />
        @if (isSigned()) {
          <p class="small">
            To put yours in, the signature has to be taken back first: that is on this page, below. Your words
            stay here meanwhile.
          </p>
        }
      } @else if (keeping.state() === 'refused') {
        <p class="wrong" role="alert">{{ keeping.wrong() }} What you typed is still here.</p>
      }
    </div>
  `,
  styles: `
    textarea {
      field-sizing: content;
      min-height: 76px;
      max-height: 60vh;
    }
    .state {
      min-height: 1.5em;
    }
    @media print {
      .state {
        display: none;
      }
      textarea {
        border: 0;
        padding: 0;
        min-height: 0;
      }
    }
  `,
})
export class WordsField implements OnInit {
  readonly sessionId = input.required<string>();
  /** Null: what was talked about besides the lines. */
  readonly lineId = input<string | null>(null);
  readonly saved = input.required<SavedWords>();
  readonly label = input.required<string>();
  readonly isLabelHidden = input(false);
  readonly rows = input(2);
  /** Just opened by its button: it takes the focus. */
  readonly isNew = input(false);
  readonly isSigned = input(false);
  readonly changed = output<SupervisionSession>();

  private readonly api = inject(SessionsApi);
  protected readonly keeping = new WordsKeeping(
    () => wordsName(this.sessionId(), this.lineId()),
    () => this.saved(),
    (words, version) => this.api.write(this.sessionId(), this.lineId(), words, version),
    (session) => this.changed.emit(session),
    (session) => wordsIn(session, this.lineId()),
  );

  ngOnInit(): void {
    this.keeping.takeUp();
  }
}

/** Where what is typed in a field is kept until the server has it. */
export function wordsName(sessionId: string, lineId: string | null): string {
  return `session-words.${sessionId}.${lineId ?? ''}`;
}

/** The words of one field in a session. */
export function wordsIn(session: SupervisionSession, lineId: string | null): SavedWords | undefined {
  if (lineId === null) return { words: session.words, version: session.wordsVersion };
  return session.agenda.find((line) => line.lineId === lineId);
}
