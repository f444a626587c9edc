import { Component, computed, effect, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Contact, Feedback, StreamItem } from '../../api/contract';
import { KeyFor } from '../keys/key';
import { Choices } from '../look/choices';
import { newId } from '../look/new-id';
import { TakesFocus } from '../look/takes-focus';
import { problemOf } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { FeedbackApi } from './feedback-api';
import type { Kind } from './feedback-words';

interface Typed {
  feedbackId: string;
  kind: Kind;
  words: string;
}

/** A comment, a question or thanks with a line. What is typed is kept for the tab until it is sent. */
@Component({
  selector: 'app-say-more',
  imports: [Choices, FormField, KeyFor, MatButton, NotSentYet, SuggestsWords, TakesFocus],
  template: `
    <form class="stack" (submit)="send($event)">
      <app-choices
        legend="What do you want to say?"
        [isLegendHidden]="true"
        [choices]="kinds"
        [mayLetGo]="false"
        [formField]="fields.kind"
      />
      <div class="field">
        <label [for]="'say-' + contact().contactId">{{ label() }}</label>
        <textarea
          appSuggestsWords
          appTakesFocus
          [id]="'say-' + contact().contactId"
          rows="2"
          [formField]="fields.words"
          (input)="keep($any($event.target).value)"
        ></textarea>
        <p class="hint">
          {{ contact().coach.name }} reads this. {{ contact().participantName || 'The participant' }} never
          does.
        </p>
        <p class="wrong" role="alert">{{ wrong() }}</p>
      </div>
      @if (sending.isLate()) {
        <app-not-sent-yet />
      }
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="sending.isSending()">{{ does() }}</button>
        <button appKey="Escape" [keyKeepsWords]="true" matButton type="button" (click)="cancelled.emit()">
          Not now
        </button>
      </div>
    </form>
  `,
  styles: `
    .wrong:empty {
      display: none;
    }
  `,
})
export class SayMore {
  readonly contact = input.required<Contact>();
  readonly said = output<Feedback>();
  /** The contact as it is by now: it was changed while somebody typed. */
  readonly changed = output<StreamItem>();
  readonly cancelled = output();

  private readonly api = inject(FeedbackApi);
  private readonly kept = inject(Session).kept;
  protected readonly sending = new Sending();
  protected readonly wrong = signal('');
  protected readonly kinds = [
    { value: 'comment', words: 'Comment' },
    { value: 'change', words: 'Ask for a change' },
    { value: 'thanks', words: 'Thanks' },
  ];
  private readonly name = computed(() => `feedback.${this.contact().contactId}`);
  private readonly model = linkedSignal<string, Typed>({
    source: this.name,
    computation: (name, before) =>
      before?.value ?? this.kept.of<Typed>(name) ?? { feedbackId: newId(), kind: 'comment', words: '' },
  });
  protected readonly fields = form(this.model);
  protected readonly label = computed(
    () =>
      ({
        comment: 'Your comment',
        change: 'What should be changed or added?',
        thanks: 'A line with it, if you like',
      })[this.model().kind],
  );
  protected readonly does = computed(() => (this.model().kind === 'change' ? 'Ask' : 'Say it'));

  constructor() {
    effect(() => {
      const typed = this.model();
      this.kept.keep(this.name(), typed.words ? typed : null);
    });
  }

  /** At once, not with the page's next look at itself: whoever types may be gone in that moment. */
  protected keep(words: string): void {
    this.kept.keep(this.name(), words ? { ...this.model(), words } : null);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const typed = this.model();
    if (typed.kind !== 'thanks' && !typed.words.trim()) return this.wrong.set('A few words are needed here.');
    this.wrong.set('');
    try {
      const said = await this.sending.send(() => this.api.give(this.contact(), typed));
      this.kept.keep(this.name(), null);
      this.said.emit(said);
    } catch (failure) {
      const problem = problemOf(failure);
      const isStale = problem.status === 412 && problem.current;
      this.wrong.set(
        isStale
          ? `${this.contact().coach.name} changed this contact meanwhile. Read it once more; what you typed is still here.`
          : (problem.fields?.[0]?.detail ?? problem.detail),
      );
      if (isStale) this.changed.emit(problem.current as StreamItem);
    }
  }
}
