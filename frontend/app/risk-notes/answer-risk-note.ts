import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { RiskNote } from '../../api/contract';
import { KeyFor } from '../keys/key';
import { Notices } from '../look/notices';
import { TakesFocus } from '../look/takes-focus';
import { problemOf } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import { QUICK_WORDS } from './quick-words';
import { RiskNotesApi } from './risk-notes-api';

/**
 * A supervisor's answer, in words: first that it was seen and what happens, later how it ended. Words are there
 * already, to adjust or to send as they are: two clicks.
 */
@Component({
  selector: 'app-answer-risk-note',
  imports: [FormField, KeyFor, MatButton, SuggestsWords, TakesFocus],
  template: `
    @if (chosen(); as step) {
      <form class="stack" (submit)="answer($event)">
        <div class="field">
          <label [for]="'words-' + note().riskNoteId">{{
            step === 'acknowledge' ? 'What happens now?' : 'How did it end?'
          }}</label>
          <textarea
            appSuggestsWords
            appTakesFocus
            [id]="'words-' + note().riskNoteId"
            rows="2"
            [formField]="fields.words"
          ></textarea>
          <div class="row" role="group" aria-label="Other words">
            @for (words of quickWords[step]; track words) {
              @if (words !== fields.words().value()) {
                <button matButton="tonal" type="button" (click)="fields.words().value.set(words)">
                  {{ words }}
                </button>
              }
            }
          </div>
          <p class="hint">
            {{ note().isOwnAnswer ? 'Their coach reads this.' : note().raisedBy.name + ' reads this.' }}
          </p>
          <p class="wrong" role="alert">{{ wrong() }}</p>
        </div>
        <div class="row">
          <button matButton="filled" type="submit" [disabled]="isSaving()">
            {{ step === 'acknowledge' ? 'Acknowledge' : 'Resolve' }}
          </button>
          <button appKey="Escape" matButton type="button" (click)="chosen.set(null)">Cancel</button>
        </div>
      </form>
    } @else {
      <div class="row">
        @if (!note().acknowledged) {
          <button appKey="a" matButton="filled" type="button" (click)="choose('acknowledge')">
            Acknowledge
          </button>
        }
        <button
          appKey="s"
          [matButton]="note().acknowledged ? 'filled' : 'outlined'"
          type="button"
          (click)="choose('resolve')"
        >
          Resolve
        </button>
      </div>
    }
  `,
  styles: `
    .field .row {
      gap: 8px;
    }
    .field .row button {
      height: auto;
      min-height: 48px;
      padding-block: 8px;
      text-align: start;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class AnswerRiskNote {
  readonly note = input.required<RiskNote>();
  /** The note as it then is, or null when it is to be read anew. */
  readonly answered = output<RiskNote | null>();

  private readonly api = inject(RiskNotesApi);
  private readonly notices = inject(Notices);
  protected readonly chosen = signal<'acknowledge' | 'resolve' | null>(null);
  protected readonly isSaving = signal(false);
  protected readonly wrong = signal('');
  protected readonly fields = form(signal({ words: '' }));

  protected readonly quickWords = QUICK_WORDS;

  protected choose(step: 'acknowledge' | 'resolve'): void {
    this.fields.words().value.set(QUICK_WORDS[step][0]!);
    this.wrong.set('');
    this.chosen.set(step);
  }

  protected async answer(event: Event): Promise<void> {
    event.preventDefault();
    const step = this.chosen()!;
    const words = this.fields.words().value().trim();
    if (!words) return this.wrong.set('A few words, so that the coach knows where it stands.');
    this.isSaving.set(true);
    try {
      const answered = await this.api.answer(this.note(), step, words);
      this.fields.words().value.set('');
      this.wrong.set('');
      this.chosen.set(null);
      void this.notices.say(step === 'acknowledge' ? 'Acknowledged.' : 'Resolved.');
      this.answered.emit(answered);
    } catch (failure) {
      const problem = problemOf(failure);
      const isStale = problem.status === 412;
      this.wrong.set(
        isStale ? 'Somebody else answered meanwhile; their words are shown above.' : problem.detail,
      );
      if (isStale) this.answered.emit(null);
    } finally {
      this.isSaving.set(false);
    }
  }
}
