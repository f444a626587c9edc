import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { ReviewSettings } from '../../api/contract';
import { formOver } from '../answering/form-over';
import { saving } from '../answering/saving';
import { onVersion } from '../contacts/contacts-api';
import { NumberField, numberOf } from '../look/number-field';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';

/** How many contacts supervisors are asked to read. An administrator reads none of them. */
@Component({
  selector: 'app-review-share',
  imports: [FormField, MatButton, NumberField, ProblemSummary],
  template: `
    @if (settings.hasValue()) {
      <form class="card stack" (submit)="save($event)" novalidate aria-labelledby="review-title">
        <h2 id="review-title">Contacts that supervisors read</h2>
        <app-problem-summary [problem]="saver.problem()" kept="What you typed is still here." />
        <app-number-field
          fieldId="sample-percent"
          label="Of a hundred contacts of certified coaches"
          hint="0 for none, 100 for every one. Chosen by chance, the same for everyone."
          [formField]="fields.samplePercent"
          [wrong]="wrong()"
        />
        <p class="quiet small">
          All that coaches in training log is always read, and so is whatever came with a risk note or from
          somebody who was drifting. It holds for what is logged from now on.
        </p>
        <div class="row">
          <button matButton="filled" type="submit" [disabled]="saver.isSaving()">
            Save how many are read
          </button>
        </div>
      </form>
    }
  `,
})
export class ReviewShare {
  private readonly http = inject(HttpClient);
  protected readonly settings = httpResource<ReviewSettings>(() => '/api/review-settings');
  private readonly saved = computed(() => ({
    samplePercent: String(this.settings.value()?.samplePercent ?? ''),
  }));
  private readonly model = formOver(this.saved);
  protected readonly fields = form(this.model);
  protected readonly saver = saving<ReviewSettings>((settings) => this.settings.set(settings));

  protected wrong(): string | null {
    return wrongWith(this.saver.problem(), 'samplePercent');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const share = { samplePercent: numberOf(this.model().samplePercent) };
    const put = this.http.put<ReviewSettings>(
      '/api/review-settings',
      share,
      onVersion(this.settings.value()?.version ?? 0),
    );
    await this.saver.save(() => firstValueFrom(put), 'Saved: how many contacts are read.');
  }
}
