import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { AgendaLine, NewDecision, SupervisionSession } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { type Choice, Choices } from '../look/choices';
import { TakesFocus } from '../look/takes-focus';
import { problemOf, wrongWith } from '../problems/problem-words';
import { DueChoice } from '../promises/due-choice';
import { KeptForTab } from '../session/kept-for-tab';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { SessionsApi } from './sessions-api';

/** Where a decision that is being typed is kept. */
export function decisionName(lineId: string): string {
  return `session-decision.${lineId}`;
}

/** What was decided beside a line: a promise, a reason on the coach's Today, or a word kept with the session. */
@Component({
  selector: 'app-decide-form',
  imports: [Choices, DueChoice, FormField, KeyFor, MatButton, SuggestsWords, TakesFocus],
  template: `
    <form class="stack" (submit)="decide($event)" novalidate>
      <div class="field">
        <label [for]="id">What was decided?</label>
        <textarea
          appSuggestsWords
          appTakesFocus
          rows="2"
          [id]="id"
          [formField]="fields.words"
          (input)="keep()"
          [attr.aria-invalid]="!!wrong('words')"
          [attr.aria-describedby]="id + '-wrong'"
        ></textarea>
        <p class="wrong" [id]="id + '-wrong'">{{ wrong('words') }}</p>
      </div>
      @if (line().participantId) {
        <app-choices
          legend="It becomes"
          [mayLetGo]="false"
          [choices]="kinds()"
          [formField]="fields.becomes"
        />
      }
      <app-due-choice
        [legend]="model().becomes === 'today' ? 'From when' : 'By when'"
        [day]="fields.dueOn"
        [wrong]="wrong('dueOn')"
      />
      <p class="wrong" role="alert">{{ refusal() }}</p>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="isSaving()">Write it down</button>
        <button appKey="Escape" matButton type="button" (click)="cancel()">Cancel</button>
      </div>
    </form>
  `,
  styles: `
    .wrong {
      color: var(--mat-sys-error);
      font-weight: 550;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class DecideForm {
  readonly session = input.required<SupervisionSession>();
  readonly line = input.required<AgendaLine>();
  readonly decided = output<SupervisionSession>();
  readonly cancelled = output();

  private readonly api = inject(SessionsApi);
  private readonly me = inject(Session).me;
  private readonly kept = new KeptForTab(() => this.me()?.accountId ?? '');
  protected readonly id = uuidv7();
  protected readonly model = signal({ words: '', becomes: '', dueOn: '' });
  protected readonly fields = form(this.model);
  protected readonly isSaving = signal(false);
  private readonly problem = signal<Problem | null>(null);
  protected readonly kinds = computed<Choice[]>(() => {
    const { participantName, coach } = this.line();
    return [
      { value: 'promise', words: `A promise to ${participantName ?? 'them'}`, icon: 'together' },
      { value: 'today', words: `On ${coach.name}’s Today`, icon: 'sun' },
      { value: 'session', words: 'Only kept here', icon: 'pen' },
    ];
  });
  /** Of what is wrong with no field that is shown. */
  protected readonly refusal = computed(() => {
    const problem = this.problem();
    if (!problem || this.wrong('words') || this.wrong('dueOn')) return '';
    return problem.status === 412
      ? 'It was signed meanwhile. What you typed is still here; take the signature back to write it down.'
      : problem.detail;
  });

  constructor() {
    queueMicrotask(() => {
      const before = this.kept.of<ReturnType<typeof this.model>>(this.name());
      this.model.set(
        before ?? { words: '', becomes: this.line().participantId ? 'promise' : 'session', dueOn: '' },
      );
    });
  }

  protected wrong(field: string): string | null {
    return wrongWith(this.problem(), field);
  }

  /** What is typed stays for this tab, also when the form is closed or the page is left. */
  protected keep(): void {
    queueMicrotask(() => this.kept.keep(this.name(), this.model().words ? this.model() : null));
  }

  protected cancel(): void {
    this.kept.keep(this.name(), null);
    this.cancelled.emit();
  }

  protected async decide(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSaving()) return;
    this.isSaving.set(true);
    this.problem.set(null);
    const { lineId, coach } = this.line();
    try {
      const decision = { decisionId: this.id, coachId: coach.accountId, lineId, ...this.model() };
      const session = await this.api.decide(this.session(), decision as NewDecision);
      this.kept.keep(this.name(), null);
      this.decided.emit(session);
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }

  private name(): string {
    return decisionName(this.line().lineId!);
  }
}
