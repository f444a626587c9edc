import { Component, computed, inject, input, output } from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { OwnQuietHours, OwnWellbeing } from '../../api/contract';
import { BothVersions } from '../look/both-versions';
import { clockWords } from '../look/time-words';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { hoursInLines, hoursTyped, QuietHoursFields, typedHours } from './quiet-hours-fields';
import { WellbeingApi } from './wellbeing-api';

/** When a coach is not at work. What is not urgent waits until then. */
@Component({
  selector: 'app-quiet-hours-form',
  imports: [BothVersions, MatButton, ProblemSummary, QuietHoursFields],
  template: `
    <form
      class="card stack"
      (submit)="$event.preventDefault(); save()"
      (input)="edit.keep()"
      novalidate
      aria-labelledby="quiet-title"
    >
      <h2 id="quiet-title">Quiet hours</h2>
      <p>
        Notices wait until your quiet hours end. What is urgent still reaches you.
        {{
          own().quietHours.isOwn ? 'These are your own.' : 'These are your organization’s; set your own here.'
        }}
      </p>
      @if (edit.theirs(); as now) {
        <app-both-versions
          [mine]="lines(typed())"
          [theirs]="lines(now)"
          (keepMine)="edit.overTheirs(); save()"
          (takeTheirs)="edit.takeTheirs()"
        />
      }
      <app-problem-summary [problem]="edit.problem()" kept="What you typed is still here." />
      <app-quiet-hours-fields [fields]="fields" [wrong]="wrong" />
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="edit.isSaving()">Save quiet hours</button>
        @if (own().quietHours.isOwn) {
          <button matButton type="button" [disabled]="edit.isSaving()" (click)="drop()">
            Use my organization’s ({{ theirs() }})
          </button>
        }
      </div>
    </form>
  `,
})
export class QuietHoursForm {
  readonly own = input.required<OwnWellbeing>();
  readonly changed = output<OwnQuietHours>();

  private readonly api = inject(WellbeingApi);
  protected readonly edit = editing({
    saved: () => this.own().quietHours,
    typed: typedHours,
    keptAs: () => 'quiet-hours',
    changed: (hours) => this.changed.emit(hours),
  });
  protected readonly fields = form(this.edit.model);
  protected readonly typed = computed(() => hoursTyped(this.edit.model()));
  protected readonly lines = hoursInLines;
  protected readonly theirs = computed(() => {
    const { from, until } = this.own().organizationQuietHours;
    return `${clockWords(from, 'en')} to ${clockWords(until, 'en')}`;
  });

  protected wrong = (field: string) => wrongWith(this.edit.problem(), field);

  protected async save(): Promise<void> {
    const hours = this.typed();
    await this.edit.save((version) => this.api.setQuietHours(version, hours), 'Saved: your quiet hours.');
  }

  protected async drop(): Promise<void> {
    await this.edit.save(
      () => this.api.dropQuietHours(),
      'Your organization’s quiet hours hold for you again.',
    );
  }
}
