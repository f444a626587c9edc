import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import { formOver } from '../answering/form-over';
import { saving } from '../answering/saving';
import type { AssessmentSettings } from '../../api/contract';
import { NumberField, numberOf } from '../look/number-field';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';

/** When BARC-10 is asked. What anybody answered is not an administrator's to read. */
@Component({
  selector: 'app-barc-rhythm',
  imports: [FormField, MatButton, NumberField, ProblemSummary],
  template: `
    @if (settings.hasValue()) {
      <form class="card stack" (submit)="save($event)" novalidate aria-labelledby="rhythm-title">
        <h2 id="rhythm-title">When BARC-10 is asked</h2>
        <app-problem-summary [problem]="saver.problem()" kept="What you typed is still here." />
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
          <button matButton="filled" type="submit" [disabled]="saver.isSaving()">
            Save when it is asked
          </button>
        </div>
      </form>
    }
  `,
})
export class BarcRhythm {
  private readonly http = inject(HttpClient);
  protected readonly settings = httpResource<AssessmentSettings>(() => '/api/assessment-settings');
  private readonly saved = computed(() => ({
    barcFirstDays: String(this.settings.value()?.barcFirstDays ?? ''),
    barcEveryDays: String(this.settings.value()?.barcEveryDays ?? ''),
  }));
  private readonly model = formOver(this.saved);
  protected readonly fields = form(this.model);
  protected readonly saver = saving<AssessmentSettings>((settings) => this.settings.set(settings));

  protected wrong(path: string): string | null {
    return wrongWith(this.saver.problem(), path);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { barcFirstDays, barcEveryDays } = this.model();
    const rhythm = { barcFirstDays: numberOf(barcFirstDays), barcEveryDays: numberOf(barcEveryDays) };
    const headers = { 'If-Match': `"${this.settings.value()?.version ?? 0}"` };
    const put = this.http.put<AssessmentSettings>('/api/assessment-settings', rhythm, { headers });
    await this.saver.save(() => firstValueFrom(put), 'Saved: when BARC-10 is asked.');
  }
}
