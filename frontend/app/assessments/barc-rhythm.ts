import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { AssessmentSettings } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';
import { BothVersions } from '../look/both-versions';
import { NumberField, numberOf } from '../look/number-field';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';

/** When BARC-10 is asked. What anybody answered is not an administrator's to read. */
@Component({
  selector: 'app-barc-rhythm',
  imports: [BothVersions, FormField, MatButton, NumberField, ProblemSummary],
  template: `
    <form
      class="card stack"
      (submit)="$event.preventDefault(); save()"
      (input)="edit.keep()"
      novalidate
      aria-labelledby="rhythm-title"
    >
      <h2 id="rhythm-title">First, and then</h2>
      @if (edit.theirs(); as now) {
        <app-both-versions
          [mine]="lines(edit.model())"
          [theirs]="lines(now)"
          (keepMine)="edit.overTheirs(); save()"
          (takeTheirs)="edit.takeTheirs()"
        />
      }
      <app-problem-summary [problem]="edit.problem()" kept="What you typed is still here." />
      <app-number-field
        fieldId="barc-first"
        label="First: within so many days of the enrollment"
        [formField]="fields.barcFirstDays"
        [wrong]="wrong('barcFirstDays')"
      />
      <app-number-field
        fieldId="barc-every"
        label="Then: every so many days"
        [formField]="fields.barcEveryDays"
        [wrong]="wrong('barcEveryDays')"
      />
      <p class="quiet small">
        A week before, it shows on the coach’s Today and on the participant’s own page.
      </p>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="edit.isSaving()">Save when it is asked</button>
      </div>
    </form>
  `,
})
export class BarcRhythm {
  readonly settings = input.required<AssessmentSettings>();
  readonly changed = output<AssessmentSettings>();

  private readonly http = inject(HttpClient);
  protected readonly edit = editing({
    saved: () => this.settings(),
    typed: ({ barcFirstDays, barcEveryDays }: AssessmentSettings) => ({
      barcFirstDays: String(barcFirstDays),
      barcEveryDays: String(barcEveryDays),
    }),
    keptAs: () => 'assessment-settings',
    changed: (settings) => this.changed.emit(settings),
  });
  protected readonly fields = form(this.edit.model);

  protected wrong(path: string): string | null {
    return wrongWith(this.edit.problem(), path);
  }

  protected lines(rhythm: Record<'barcFirstDays' | 'barcEveryDays', string | number>): string[] {
    return [`Within ${rhythm.barcFirstDays} days`, `Then every ${rhythm.barcEveryDays} days`];
  }

  protected async save(): Promise<void> {
    const { barcFirstDays, barcEveryDays } = this.edit.model();
    const wanted = { barcFirstDays: numberOf(barcFirstDays), barcEveryDays: numberOf(barcEveryDays) };
    await this.edit.save(
      (version) => this.put(version, wanted),
      'Saved: when BARC-10 is asked.',
      (version, before) =>
        this.put(version, { barcFirstDays: before.barcFirstDays, barcEveryDays: before.barcEveryDays }),
    );
  }

  private put(version: number, rhythm: object): Promise<AssessmentSettings> {
    return firstValueFrom(
      this.http.put<AssessmentSettings>('/api/assessment-settings', rhythm, onVersion(version)),
    );
  }
}
