import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { SupervisionSession } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { type Choice } from '../look/choices';
import { ManyChoices } from '../look/many-choices';
import { numberOf, NumberField } from '../look/number-field';
import { problemOf, wrongWith } from '../problems/problem-words';
import { SessionsApi } from './sessions-api';
import { lengthWords, namesOf } from './session-words';

/** How long it was and who was there: what counts for a certification. */
@Component({
  selector: 'app-hours-part',
  imports: [FormField, KeyFor, ManyChoices, MatButton, NumberField],
  template: `
    <h2>Hours</h2>
    <p>
      {{ length() }}, {{ attended().length > 1 ? 'as a group' : 'individual' }}:
      {{ names() }}
      @if (absent()) {
        <span class="quiet small">{{ absent() }} was not there.</span>
      }
    </p>
    @if (isChanging()) {
      <form class="stack" (submit)="save($event)" novalidate>
        <app-number-field
          fieldId="held-minutes"
          label="Minutes"
          [formField]="fields.minutes"
          [wrong]="wrong('minutes')"
        />
        @if (session().coaches.length > 1) {
          <app-many-choices legend="Who was there" [choices]="coaches()" [formField]="fields.attendedIds" />
        }
        <p class="wrong" role="alert">
          {{ problem() && !problem()?.fields?.length ? problem()?.detail : '' }}
        </p>
        <div class="row">
          <button matButton="filled" type="submit" [disabled]="isSaving()">Save</button>
          <button appKey="Escape" matButton type="button" (click)="isChanging.set(false)">Cancel</button>
        </div>
      </form>
    } @else if (mayChange()) {
      <div class="not-printed">
        <button matButton="outlined" type="button" (click)="isChanging.set(true)">Change the hours</button>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    .wrong {
      color: var(--mat-sys-error);
      font-weight: 550;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class HoursPart {
  readonly session = input.required<SupervisionSession>();
  readonly changed = output<SupervisionSession>();

  private readonly api = inject(SessionsApi);
  protected readonly isChanging = signal(false);
  protected readonly isSaving = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly model = linkedSignal({
    source: () => this.isChanging(),
    computation: () => ({
      minutes: String(this.session().minutes ?? ''),
      attendedIds: this.attended().map(({ accountId }) => accountId),
    }),
  });
  protected readonly fields = form(this.model);
  protected readonly attended = computed(() => this.session().coaches.filter(({ attended }) => attended));
  protected readonly names = computed(() => namesOf(this.attended()));
  protected readonly absent = computed(() =>
    namesOf(this.session().coaches.filter(({ attended }) => !attended)),
  );
  protected readonly length = computed(() => lengthWords(this.session().minutes ?? 0));
  protected readonly mayChange = computed(() => this.session().mayPlan && this.session().state === 'open');
  protected readonly coaches = computed<Choice[]>(() =>
    this.session().coaches.map(({ accountId, name }) => ({ value: accountId, words: name })),
  );

  protected wrong(field: string): string | null {
    return wrongWith(this.problem(), field);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.isSaving.set(true);
    this.problem.set(null);
    const { minutes, attendedIds } = this.model();
    try {
      this.changed.emit(await this.api.setHours(this.session(), numberOf(minutes), attendedIds));
      this.isChanging.set(false);
    } catch (failure) {
      const problem = problemOf(failure);
      const isStale = problem.status === 412;
      this.problem.set(
        isStale ? { ...problem, detail: staleWords(problem.current as SupervisionSession) } : problem,
      );
      if (isStale) this.changed.emit(problem.current as SupervisionSession);
    } finally {
      this.isSaving.set(false);
    }
  }
}

function staleWords({ state }: SupervisionSession): string {
  return state === 'signing'
    ? 'It was signed meanwhile. What you typed is still here; take the signature back to save it.'
    : 'This changed meanwhile. What you typed is still here; save it once more.';
}
