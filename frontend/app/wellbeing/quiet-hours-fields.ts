import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { QuietHours } from '../../api/contract';
import { weekdayNames } from '../answering/weekdays';
import { pageLanguage } from '../look/language';
import { clockWords } from '../look/time-words';
import { TextField } from '../people/text-field';

/** As a form holds them: a tick for each day, Monday first. */
export interface TypedHours {
  from: string;
  until: string;
  days: boolean[];
}

export const typedHours = ({ from, until, days }: QuietHours): TypedHours => ({
  from,
  until,
  days: [1, 2, 3, 4, 5, 6, 7].map((day) => days.includes(day)),
});

export const hoursTyped = ({ from, until, days }: TypedHours): QuietHours => ({
  from,
  until,
  days: days.flatMap((isQuiet, index) => (isQuiet ? [index + 1] : [])),
});

/** "From 6 PM until 8 AM", and the days that are quiet all through. */
export function hoursInLines({ from, until, days }: QuietHours): string[] {
  const names = weekdayNames('en');
  const whole = days.map((day) => names[day - 1]);
  return [
    `From ${clockWords(from, 'en')} until ${clockWords(until, 'en')}`,
    whole.length ? `Quiet all day: ${whole.join(', ')}` : 'No day is quiet all day',
  ];
}

/** From when until when it is quiet, and on which days all through. */
@Component({
  selector: 'app-quiet-hours-fields',
  imports: [FormField, TextField],
  template: `
    <div class="times">
      <app-text-field
        fieldId="quiet-from"
        label="From"
        hint="Like 18:00"
        [isPlain]="true"
        [formField]="fields().from"
        [wrong]="wrong()('from')"
      />
      <app-text-field
        fieldId="quiet-until"
        label="Until"
        hint="Like 08:00, the next morning"
        [isPlain]="true"
        [formField]="fields().until"
        [wrong]="wrong()('until')"
      />
    </div>
    <fieldset class="stack">
      <legend>Quiet all day</legend>
      <div class="days">
        @for (name of names; track name; let index = $index) {
          @let day = fields().days[index];
          @if (day) {
            <label class="tick"
              ><input type="checkbox" [formField]="day" /><span>{{ name }}</span></label
            >
          }
        }
      </div>
      <p class="wrong">{{ wrong()('days') }}</p>
    </fieldset>
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    .times {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
      gap: 16px;
    }
    .days {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(140px, 1fr));
    }
    .wrong:empty {
      display: none !important;
    }
  `,
})
export class QuietHoursFields {
  readonly fields = input.required<FieldTree<TypedHours>>();
  /** What is wrong with a field, by its name. */
  readonly wrong = input.required<(field: string) => string | null>();
  protected readonly names = weekdayNames(pageLanguage());
}
