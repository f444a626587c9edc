import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Feedback } from '../../api/contract';
import { GivesReason } from '../look/gives-reason';
import { Icon } from '../look/icon';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { FeedbackApi } from './feedback-api';
import { answerWords, KIND_LABEL } from './feedback-words';

/** One thing a supervisor said about a contact, and what became of it. */
@Component({
  selector: 'app-feedback-said',
  imports: [GivesReason, Icon, MatButton, When],
  template: `
    @let it = said();
    <app-icon [name]="icon()" />
    <div class="stack">
      <p class="small quiet">
        <b>{{ label[it.kind] }}</b> · {{ it.by.name }} · <app-when [day]="day()" />
        @if (it.mayTakeBack) {
          <span> · not seen yet</span>
        } @else if (isCoach() && isNew()) {
          &ngsp;<b class="tag">New</b>
        }
      </p>
      <p class="words">{{ it.words || 'Thank you for this one.' }}</p>
      @if (it.answer; as answer) {
        <p class="small"><app-icon name="check" /> {{ answered(answer) }}</p>
      } @else if (it.mayAnswer) {
        @if (isDeclining()) {
          <app-gives-reason
            label="Why not?"
            does="Say it"
            [wrong]="wrong()"
            (given)="decline($event)"
            (cancelled)="isDeclining.set(false)"
          />
        } @else {
          <div class="row">
            <ng-content />
            <button matButton type="button" (click)="isDeclining.set(true)">Say why not</button>
          </div>
        }
      } @else if (it.kind === 'change') {
        <p class="small quiet">Waits for an answer.</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: 12px;
      padding: 12px 16px;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    .stack {
      flex: 1;
      gap: 4px;
    }
    .quiet {
      color: inherit;
    }
    .words {
      font-family: var(--brand);
      font-size: 1.0625rem;
      white-space: pre-line;
    }
    p app-icon {
      inline-size: 1.1em;
      vertical-align: -0.2em;
    }
  `,
})
export class FeedbackSaid {
  readonly said = input.required<Feedback>();
  readonly coachName = input.required<string>();
  /** The coach sees it here for the first time. */
  readonly isNew = input(false);
  readonly answeredNow = output();

  private readonly api = inject(FeedbackApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly isCoach = this.session.isCoach;
  protected readonly label = KIND_LABEL;
  protected readonly isDeclining = signal(false);
  protected readonly wrong = signal('');
  protected readonly icon = computed(() =>
    this.said().kind === 'thanks' ? 'heart' : this.said().kind === 'comment' ? 'text' : 'pen',
  );
  protected readonly day = computed(() => dayOf(this.said().givenAt, this.session.timeZone()));

  protected answered(answer: NonNullable<Feedback['answer']>): string {
    return answerWords(answer, this.isCoach() ? 'You' : this.coachName());
  }

  protected async decline(words: string): Promise<void> {
    try {
      await this.api.decline(this.said().feedbackId, words);
      this.isDeclining.set(false);
      void this.notices.say(`${this.said().by.name} reads why.`);
      this.answeredNow.emit();
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }
}
