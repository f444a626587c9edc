import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Enrollment } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { onVersion } from '../contacts/contacts-api';
import { Notices } from '../look/notices';
import { TakesFocus } from '../look/takes-focus';
import { problemOf, wrongWith } from '../problems/problem-words';
import { RecordChanges } from './record-changes';

/** How often coach and participant agree to be in touch, and another rhythm from today. */
@Component({
  selector: 'app-agreed-days',
  imports: [FormField, MatButton, TakesFocus],
  template: `
    @if (isAsking()) {
      <form class="stack" (submit)="save($event)" novalidate>
        <div class="field">
          <label [for]="'days-' + stay().enrollmentId">Agreed days between contacts, from today</label>
          <input
            appTakesFocus
            type="number"
            inputmode="numeric"
            [id]="'days-' + stay().enrollmentId"
            [attr.aria-invalid]="!!wrong()"
            [attr.aria-describedby]="'wrong-days-' + stay().enrollmentId"
            [formField]="fields.days"
          />
          <p class="hint">Longer days do not excuse one that was missed before.</p>
          <p class="wrong" role="alert" [id]="'wrong-days-' + stay().enrollmentId">{{ wrong() }}</p>
        </div>
        <div class="row">
          <button matButton="filled" type="submit" [disabled]="isSaving()">Save</button>
          <button matButton type="button" (click)="isAsking.set(false)">Cancel</button>
        </div>
      </form>
    } @else {
      <button matButton type="button" (click)="ask()">
        {{
          stay().agreedCadenceDays === 1
            ? 'Agreed: every day'
            : 'Agreed: every ' + stay().agreedCadenceDays + ' days'
        }}. Change
      </button>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    input {
      max-width: 140px;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class AgreedDays {
  readonly stay = input.required<Enrollment>();

  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  private readonly changes = inject(RecordChanges);
  protected readonly isAsking = signal(false);
  protected readonly isSaving = signal(false);
  protected readonly fields = form(signal<{ days: number | null }>({ days: null }));
  private readonly problem = signal<Problem | null>(null);
  private version = 0;
  protected readonly wrong = computed(() => {
    const problem = this.problem();
    if (problem?.status === 412) return 'Somebody just agreed on other days. Look again, then change it.';
    return problem && (wrongWith(problem, 'days') ?? problem.detail);
  });

  protected ask(): void {
    this.version = this.stay().version;
    this.fields.days().value.set(this.stay().agreedCadenceDays);
    this.problem.set(null);
    this.isAsking.set(true);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.isSaving.set(true);
    this.problem.set(null);
    const { days } = this.fields().value();
    const address = `/api/enrollments/${this.stay().enrollmentId}/cadence`;
    try {
      await this.changes.after(this.http.put(address, { days }, onVersion(this.version)));
      this.isAsking.set(false);
      void this.notices.say('Agreed, from today.');
    } catch (failure) {
      this.problem.set(problemOf(failure));
      if (this.problem()?.status === 412) this.changes.lookAgain();
    } finally {
      this.isSaving.set(false);
    }
  }
}
