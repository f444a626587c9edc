import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { Problem } from '../../api/problem';
import { type Choice, Choices } from '../look/choices';
import { numberOf, NumberField } from '../look/number-field';
import { wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import type { Moment } from './sessions-api';
import { rhythmWords } from './session-words';

/** A moment as it is being typed. */
export interface MomentTyped {
  plannedOn: string;
  plannedTime: string;
  minutes: string;
  /** Empty: once. */
  everyDays: string;
}

export function momentOf({ plannedOn, plannedTime, minutes, everyDays }: MomentTyped): Moment {
  return { plannedOn, plannedTime, minutes: numberOf(minutes), everyDays: numberOf(everyDays) };
}

const RHYTHMS = [7, 14, 28];

/** When a session is, how long it takes, and in which rhythm it comes back. */
@Component({
  selector: 'app-moment-fields',
  imports: [Choices, FormField, NumberField],
  template: `
    <div class="pair">
      <div class="field">
        <label for="session-day">Day</label>
        <input
          id="session-day"
          type="date"
          [formField]="fields().plannedOn"
          [attr.min]="today()"
          [attr.aria-invalid]="!!wrong('plannedOn')"
          aria-describedby="session-day-wrong"
        />
        <p class="wrong" id="session-day-wrong">{{ wrong('plannedOn') }}</p>
      </div>
      <div class="field">
        <label for="session-time">Time</label>
        <input
          id="session-time"
          type="time"
          [formField]="fields().plannedTime"
          [attr.aria-invalid]="!!wrong('plannedTime')"
          aria-describedby="session-time-wrong"
        />
        <p class="wrong" id="session-time-wrong">{{ wrong('plannedTime') }}</p>
      </div>
      <app-number-field
        fieldId="session-minutes"
        label="Minutes"
        [formField]="fields().minutes"
        [wrong]="wrong('minutes')"
      />
    </div>
    <app-choices
      legend="How often"
      [mayLetGo]="false"
      [choices]="rhythms()"
      [formField]="fields().everyDays"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: 20px;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
      gap: 16px;
      align-items: start;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class MomentFields {
  readonly fields = input.required<FieldTree<MomentTyped>>();
  readonly problem = input<Problem | null>(null);
  private readonly session = inject(Session);
  protected readonly today = computed(() => this.session.today());
  protected readonly rhythms = computed<Choice[]>(() => {
    const now = numberOf(this.fields().everyDays().value());
    const days = [...new Set([...RHYTHMS, ...(now ? [now] : [])])].sort((one, other) => one - other);
    return [
      ...days.map((each) => ({ value: String(each), words: capital(rhythmWords(each)) })),
      { value: '', words: 'Just once' },
    ];
  });

  protected wrong(field: string): string | null {
    return wrongWith(this.problem(), field);
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
