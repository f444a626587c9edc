import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { ReviewSettings } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';
import { BothVersions } from '../look/both-versions';
import { NumberField, numberOf } from '../look/number-field';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';

/** How many contacts supervisors are asked to read. An administrator reads none of them. */
@Component({
  selector: 'app-review-share',
  imports: [BothVersions, FormField, MatButton, NumberField, ProblemSummary],
  template: `
    <form
      class="card stack"
      (submit)="$event.preventDefault(); save()"
      (input)="edit.keep()"
      novalidate
      aria-labelledby="review-title"
    >
      <h2 id="review-title">How many are read</h2>
      @if (edit.theirs(); as now) {
        <app-both-versions
          [mine]="[edit.model().samplePercent + ' of a hundred']"
          [theirs]="[now.samplePercent + ' of a hundred']"
          (keepMine)="edit.overTheirs(); save()"
          (takeTheirs)="edit.takeTheirs()"
        />
      }
      <app-problem-summary [problem]="edit.problem()" kept="What you typed is still here." />
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
        <button matButton="filled" type="submit" [disabled]="edit.isSaving()">Save how many are read</button>
      </div>
    </form>
  `,
})
export class ReviewShare {
  readonly settings = input.required<ReviewSettings>();
  readonly changed = output<ReviewSettings>();

  private readonly http = inject(HttpClient);
  protected readonly edit = editing({
    saved: () => this.settings(),
    typed: ({ samplePercent }: ReviewSettings) => ({ samplePercent: String(samplePercent) }),
    keptAs: () => 'review-settings',
    changed: (settings) => this.changed.emit(settings),
  });
  protected readonly fields = form(this.edit.model);

  protected wrong(): string | null {
    return wrongWith(this.edit.problem(), 'samplePercent');
  }

  protected async save(): Promise<void> {
    const wanted = numberOf(this.edit.model().samplePercent);
    await this.edit.save(
      (version) => this.put(version, wanted),
      'Saved: how many contacts are read.',
      (version, { samplePercent }) => this.put(version, samplePercent),
    );
  }

  private put(version: number, samplePercent: number | null): Promise<ReviewSettings> {
    return firstValueFrom(
      this.http.put<ReviewSettings>('/api/review-settings', { samplePercent }, onVersion(version)),
    );
  }
}
