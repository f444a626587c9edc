import { Component, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AnsweringSettings } from '../../api/contract';
import { BothVersions } from '../look/both-versions';
import { NumberField, numberOf } from '../look/number-field';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { AnsweringApi } from './answering-api';

type Times = Record<'urgentMinutes' | 'concernWorkingDays' | 'watchDays', string>;

/** Within how long a note of each level is answered; each step of the ladder is given the same time again. */
@Component({
  selector: 'app-answering-times',
  imports: [BothVersions, FormField, MatButton, NumberField, ProblemSummary],
  template: `
    <form
      class="card stack"
      (submit)="$event.preventDefault(); save()"
      (input)="edit.keep()"
      novalidate
      aria-labelledby="times-title"
    >
      <h2 id="times-title">Answering times</h2>
      @if (edit.theirs(); as now) {
        <app-both-versions
          [mine]="lines(edit.model())"
          [theirs]="lines(typed(now))"
          (keepMine)="edit.overTheirs(); save()"
          (takeTheirs)="edit.takeTheirs()"
        />
      }
      <app-problem-summary [problem]="edit.problem()" kept="What you typed is still here." />
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
        <button matButton="filled" type="submit" [disabled]="edit.isSaving()">Save the times</button>
      </div>
    </form>
  `,
})
export class AnsweringTimes {
  readonly settings = input.required<AnsweringSettings>();
  readonly changed = output<AnsweringSettings>();

  private readonly api = inject(AnsweringApi);
  protected readonly edit = editing({
    saved: () => this.settings(),
    typed: (settings: AnsweringSettings): Times => this.typed(settings),
    keptAs: () => 'answering-times',
    changed: (settings) => this.changed.emit(settings),
  });
  protected readonly fields = form(this.edit.model);

  protected wrong(path: string): string | null {
    return wrongWith(this.edit.problem(), path);
  }

  protected typed({ urgentMinutes, concernWorkingDays, watchDays }: AnsweringSettings): Times {
    return {
      urgentMinutes: String(urgentMinutes),
      concernWorkingDays: String(concernWorkingDays),
      watchDays: String(watchDays),
    };
  }

  protected lines({ urgentMinutes, concernWorkingDays, watchDays }: Times): string[] {
    return [
      `Urgent: ${urgentMinutes} minutes`,
      `Concern: ${concernWorkingDays} working days`,
      `Watch: ${watchDays} days`,
    ];
  }

  protected async save(): Promise<void> {
    const wanted = this.edit.model();
    await this.edit.save(
      (version) => this.put(version, wanted),
      'Saved: answering times.',
      (version, before) => this.put(version, this.typed(before)),
    );
  }

  private put(
    version: number,
    { urgentMinutes, concernWorkingDays, watchDays }: Times,
  ): Promise<AnsweringSettings> {
    const times = {
      urgentMinutes: numberOf(urgentMinutes),
      concernWorkingDays: numberOf(concernWorkingDays),
      watchDays: numberOf(watchDays),
    };
    return this.api.setTimes(version, times);
  }
}
