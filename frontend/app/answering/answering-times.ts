import { Component, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AnsweringSettings } from '../../api/contract';
import { NumberField, numberOf } from '../look/number-field';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { AnsweringApi } from './answering-api';
import { formOver } from './form-over';
import { saving } from './saving';

type Times = Record<'urgentMinutes' | 'concernWorkingDays' | 'watchDays', string>;

/** Within how long a note of each level is answered; each step of the ladder is given the same time again. */
@Component({
  selector: 'app-answering-times',
  imports: [FormField, MatButton, NumberField, ProblemSummary],
  template: `
    <form class="card stack" (submit)="save($event)" novalidate aria-labelledby="times-title">
      <h2 id="times-title">Answering times</h2>
      <app-problem-summary [problem]="saver.problem()" kept="What you typed is still here." />
      <app-number-field
        fieldId="urgent-minutes"
        label="Urgent: minutes, day and night"
        [formField]="fields.urgentMinutes"
        [wrong]="wrong('urgentMinutes')"
      />
      <app-number-field
        fieldId="concern-days"
        label="Concern: working days"
        hint="By closing time of that working day after the day it was raised."
        [formField]="fields.concernWorkingDays"
        [wrong]="wrong('concernWorkingDays')"
      />
      <app-number-field
        fieldId="watch-days"
        label="Watch: days"
        [formField]="fields.watchDays"
        [wrong]="wrong('watchDays')"
      />
      <p class="quiet small">
        First their own supervisor is asked, then whoever is on call, then you. Each is given the same time
        again, and told once. Notes that wait now are counted anew.
      </p>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="saver.isSaving()">Save the times</button>
      </div>
    </form>
  `,
})
export class AnsweringTimes {
  readonly settings = input.required<AnsweringSettings>();
  readonly changed = output<AnsweringSettings>();

  private readonly api = inject(AnsweringApi);
  protected readonly saver = saving((settings) => this.changed.emit(settings));
  private readonly model = formOver<Times>(() => {
    const { urgentMinutes, concernWorkingDays, watchDays } = this.settings();
    return {
      urgentMinutes: String(urgentMinutes),
      concernWorkingDays: String(concernWorkingDays),
      watchDays: String(watchDays),
    };
  });
  protected readonly fields = form(this.model);

  protected wrong(path: string): string | null {
    return wrongWith(this.saver.problem(), path);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { urgentMinutes, concernWorkingDays, watchDays } = this.model();
    const times = {
      urgentMinutes: numberOf(urgentMinutes),
      concernWorkingDays: numberOf(concernWorkingDays),
      watchDays: numberOf(watchDays),
    };
    await this.saver.save(() => this.api.setTimes(this.settings().version, times), 'Saved: answering times.');
  }
}
