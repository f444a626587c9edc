import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { PromiseView } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { TakesFocus } from '../look/takes-focus';
import { When } from '../look/when';
import { problemOf, wrongWith } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import { DueChoice } from './due-choice';
import { PromisesApi } from './promises-api';

/** The words and the day of a promise, made on its own or changed. */
@Component({
  selector: 'app-promise-form',
  imports: [DueChoice, FormField, KeyFor, MatButton, SuggestsWords, TakesFocus, When],
  template: `
    <form class="stack" (submit)="save($event)" novalidate>
      <div class="field">
        <label [for]="promiseId">What will you do?</label>
        <textarea
          appSuggestsWords
          appTakesFocus
          rows="2"
          [id]="promiseId"
          [formField]="fields.words"
          [attr.aria-invalid]="!!wrong('words')"
          [attr.aria-describedby]="promiseId + '-wrong'"
        ></textarea>
        <p class="wrong" [id]="promiseId + '-wrong'">{{ wrong('words') }}</p>
      </div>
      <app-due-choice [day]="fields.dueOn" [wrong]="wrong('dueOn')" />
      @if (theirs(); as now) {
        <div class="stack" role="alert">
          <p>
            <b>Somebody changed this meanwhile.</b> It now says “{{ now.words }}”, by
            <app-when [day]="now.dueOn" [dated]="true" />. What you typed is still here.
          </p>
          <div>
            <button matButton="outlined" type="button" (click)="cancelled.emit()">Take theirs</button>
          </div>
        </div>
      } @else {
        <p class="wrong" role="alert">
          {{ problem() && !problem()?.fields?.length ? problem()?.detail : '' }}
        </p>
      }
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="isSaving()">
          {{ theirs() ? 'Save mine over it' : promise() ? 'Save the change' : 'Promise it' }}
        </button>
        <button appKey="Escape" matButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
  styles: `
    .wrong:empty {
      display: none;
    }
    p.wrong {
      color: var(--mat-sys-error);
      font-weight: 550;
    }
  `,
})
export class PromiseForm {
  readonly participantId = input.required<string>();
  /** The one that is changed; none when one is made. */
  readonly promise = input<PromiseView | null>(null);
  readonly done = output<PromiseView>();
  readonly cancelled = output();

  private readonly api = inject(PromisesApi);
  protected readonly promiseId = uuidv7();
  private readonly model = linkedSignal(() => ({
    words: this.promise()?.words ?? '',
    dueOn: this.promise()?.dueOn ?? '',
  }));
  protected readonly fields = form(this.model);
  protected readonly problem = signal<Problem | null>(null);
  /** On 412: the promise as somebody else has meanwhile left it. */
  protected readonly theirs = signal<PromiseView | null>(null);
  protected readonly isSaving = signal(false);

  protected wrong(field: string): string | null {
    return wrongWith(this.problem(), field);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSaving()) return;
    this.isSaving.set(true);
    this.problem.set(null);
    const { words, dueOn } = this.model();
    const before = this.theirs() ?? this.promise();
    try {
      const { promiseId } = this;
      this.done.emit(
        before
          ? await this.api.change(before, words, dueOn)
          : await this.api.make(this.participantId(), { promiseId, words, dueOn }),
      );
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      this.theirs.set(problem.status === 412 ? (problem.current as PromiseView) : null);
    } finally {
      this.isSaving.set(false);
    }
  }
}
