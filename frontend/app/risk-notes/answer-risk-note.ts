import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { RiskNote } from '../../api/contract';
import { KeyFor } from '../keys/key';
import { Notices } from '../look/notices';
import { TakesFocus } from '../look/takes-focus';
import { problemOf } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import { RiskNotesApi } from './risk-notes-api';

/** A supervisor's answer, in words: first that it was seen and what happens, later how it ended. */
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
          <p class="hint">{{ note().raisedBy.name }} reads this.</p>
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
          <button appKey="a" matButton="filled" type="button" (click)="chosen.set('acknowledge')">
            Acknowledge
          </button>
        }
        <button
          appKey="s"
          [matButton]="note().acknowledged ? 'filled' : 'outlined'"
          type="button"
          (click)="chosen.set('resolve')"
        >
          Resolve
        </button>
      </div>
    }
  `,
  styles: `
    .wrong:empty {
      display: none;
    }
  `,
})
export class AnswerRiskNote {
  readonly note = input.required<RiskNote>();
  readonly answered = output();

  private readonly api = inject(RiskNotesApi);
  private readonly notices = inject(Notices);
  protected readonly chosen = signal<'acknowledge' | 'resolve' | null>(null);
  protected readonly isSaving = signal(false);
  protected readonly wrong = signal('');
  protected readonly fields = form(signal({ words: '' }));

  protected async answer(event: Event): Promise<void> {
    event.preventDefault();
    const step = this.chosen()!;
    const words = this.fields.words().value().trim();
    if (!words) return this.wrong.set('A few words, so that the coach knows where it stands.');
    this.isSaving.set(true);
    try {
      await this.api.answer(this.note(), step, words);
      this.fields.words().value.set('');
      this.wrong.set('');
      this.chosen.set(null);
      void this.notices.say(step === 'acknowledge' ? 'Acknowledged.' : 'Resolved.');
      this.answered.emit();
    } catch (failure) {
      const problem = problemOf(failure);
      const isStale = problem.status === 412;
      this.wrong.set(
        isStale ? 'Somebody else answered meanwhile; their words are shown above.' : problem.detail,
      );
      if (isStale) this.answered.emit();
    } finally {
      this.isSaving.set(false);
    }
  }
}
