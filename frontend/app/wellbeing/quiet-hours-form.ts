import { Component, computed, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { OwnQuietHours, OwnWellbeing } from '../../api/contract';
import { formOver } from '../answering/form-over';
import { saving } from '../answering/saving';
import { weekdayNames } from '../answering/weekdays';
import { pageLanguage } from '../look/language';
import { clockWords } from '../look/time-words';
import { TextField } from '../people/text-field';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { WellbeingApi } from './wellbeing-api';

/** When a coach is not at work. What is not urgent waits until then. */
@Component({
  selector: 'app-quiet-hours-form',
  imports: [FormField, MatButton, ProblemSummary, TextField],
  template: `
    <form class="card stack" (submit)="save($event)" novalidate aria-labelledby="quiet-title">
      <h2 id="quiet-title">Quiet hours</h2>
      <p>
        Notices wait until your quiet hours end. What is urgent still reaches you.
        {{
          own().quietHours.isOwn ? 'These are your own.' : 'These are your organization’s; set your own here.'
        }}
      </p>
      <app-problem-summary [problem]="saver.problem()" kept="What you typed is still here." />
      <div class="times">
        <app-text-field
          fieldId="quiet-from"
          label="From"
          hint="Like 18:00"
          [isPlain]="true"
          [formField]="fields.from"
          [wrong]="wrong('from')"
        />
        <app-text-field
          fieldId="quiet-until"
          label="Until"
          hint="Like 08:00, the next morning"
          [isPlain]="true"
          [formField]="fields.until"
          [wrong]="wrong('until')"
        />
      </div>
      <fieldset class="stack">
        <legend>Quiet all day</legend>
        <div class="days">
          @for (name of names; track name; let index = $index) {
            @let day = fields.days[index];
            @if (day) {
              <label class="tick"
                ><input type="checkbox" [formField]="day" /><span>{{ name }}</span></label
              >
            }
          }
        </div>
        <p class="wrong">{{ wrong('days') }}</p>
      </fieldset>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="saver.isSaving()">Save quiet hours</button>
        @if (own().quietHours.isOwn) {
          <button matButton type="button" (click)="drop()">Use my organization’s ({{ theirs() }})</button>
        }
      </div>
    </form>
  `,
  styles: `
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
export class QuietHoursForm {
  readonly own = input.required<OwnWellbeing>();
  readonly changed = output<OwnQuietHours>();

  private readonly api = inject(WellbeingApi);
  protected readonly saver = saving<OwnQuietHours>((hours) => this.changed.emit(hours));
  protected readonly names = weekdayNames(pageLanguage());
  private readonly model = formOver(() => {
    const { from, until, days } = this.own().quietHours;
    return { from, until, days: [1, 2, 3, 4, 5, 6, 7].map((day) => days.includes(day)) };
  });
  protected readonly fields = form(this.model);
  protected readonly theirs = computed(() => {
    const { from, until } = this.own().organizationQuietHours;
    return `${clockWords(from, 'en')} to ${clockWords(until, 'en')}`;
  });

  protected wrong(path: string): string | null {
    return wrongWith(this.saver.problem(), path);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { from, until, days } = this.model();
    const hours = { from, until, days: days.flatMap((isQuiet, index) => (isQuiet ? [index + 1] : [])) };
    await this.saver.save(
      () => this.api.setQuietHours(this.own().quietHours.version, hours),
      'Saved: your quiet hours.',
    );
  }

  protected async drop(): Promise<void> {
    await this.saver.save(
      () => this.api.dropQuietHours(),
      'Your organization’s quiet hours hold for you again.',
    );
  }
}
