import { Component, computed, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { SetWellbeing, WellbeingSettings } from '../../api/contract';
import { BothVersions } from '../look/both-versions';
import { TextField } from '../people/text-field';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import {
  hoursInLines,
  hoursTyped,
  QuietHoursFields,
  typedHours,
  type TypedHours,
} from './quiet-hours-fields';
import { WellbeingApi } from './wellbeing-api';

/** When staff are not at work, where a coach has said nothing else, and whom they may call for themselves. */
@Component({
  selector: 'app-wellbeing-settings-form',
  imports: [BothVersions, FormField, MatButton, ProblemSummary, QuietHoursFields, TextField],
  template: `
    <form
      class="card stack"
      (submit)="$event.preventDefault(); save()"
      (input)="edit.keep()"
      novalidate
      aria-labelledby="wellbeing-title"
    >
      <h2 id="wellbeing-title">Quiet hours, and a line for staff</h2>
      <p>
        In quiet hours notices to coaches wait, but for what is urgent. A coach may set their own; until then
        these hold.
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
      <app-quiet-hours-fields [fields]="fields.hours" [wrong]="wrong" />
      <app-text-field
        fieldId="support-line"
        label="Support line for staff"
        hint="A name and a number, day or night. Coaches and supervisors see it beside 988."
        [isPlain]="true"
        [formField]="fields.supportLine"
        [wrong]="wrong('supportLine')"
      />
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="edit.isSaving()">Save rest and support</button>
      </div>
    </form>
  `,
})
export class WellbeingSettingsForm {
  readonly settings = input.required<WellbeingSettings>();
  readonly changed = output<WellbeingSettings>();

  private readonly api = inject(WellbeingApi);
  protected readonly edit = editing({
    saved: () => this.settings(),
    typed: (settings): { hours: TypedHours; supportLine: string } => ({
      hours: typedHours(settings),
      supportLine: settings.supportLine,
    }),
    keptAs: () => 'wellbeing-settings',
    changed: (settings) => this.changed.emit(settings),
  });
  protected readonly fields = form(this.edit.model);
  protected readonly typed = computed((): SetWellbeing => {
    const { hours, supportLine } = this.edit.model();
    return { ...hoursTyped(hours), supportLine };
  });

  protected wrong = (field: string) => wrongWith(this.edit.problem(), field);

  protected lines(settings: SetWellbeing): string[] {
    return [...hoursInLines(settings), settings.supportLine.trim() || 'No support line'];
  }

  protected async save(): Promise<void> {
    const settings = this.typed();
    await this.edit.save(
      (version) => this.api.setSettings(version, settings),
      'Saved: rest and support.',
      (version, { version: _, ...before }) => this.api.setSettings(version, before),
    );
  }
}
