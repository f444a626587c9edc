import { Component, computed, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { EducationNeed } from '../../api/certification-contract';
import { BothVersions } from '../look/both-versions';
import { NumberField, numberOf } from '../look/number-field';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { needWords } from './certification-words';
import { CertificationsApi } from './certifications-api';

interface Typed {
  hours: string;
  months: string;
}

/** How much continuing education one kind of certification needs. */
@Component({
  selector: 'app-education-need-form',
  imports: [BothVersions, FormField, MatButton, NumberField, ProblemSummary],
  template: `
    <form class="stack" (submit)="$event.preventDefault(); save()" (input)="edit.keep()" novalidate>
      @if (edit.theirs(); as now) {
        <app-both-versions
          [mine]="[wordsOf(typed())]"
          [theirs]="[wordsOf(now)]"
          (keepMine)="edit.overTheirs(); save()"
          (takeTheirs)="edit.takeTheirs()"
        />
      }
      <app-problem-summary [problem]="edit.problem()" kept="What you typed is still here." />
      <fieldset>
        <legend>
          <b>{{ need().kind }}</b>
          @if (need().isDefault) {
            <span class="quiet small"> · nobody has set it: check with the board</span>
          }
        </legend>
        <div class="row">
          <app-number-field
            [fieldId]="'hours-' + need().kind"
            label="Hours"
            [formField]="fields.hours"
            [wrong]="wrong('hours')"
          />
          <app-number-field
            [fieldId]="'months-' + need().kind"
            label="Months"
            [formField]="fields.months"
            [wrong]="wrong('months')"
          />
          <button matButton="outlined" type="submit" [disabled]="edit.isSaving()">
            Save<span class="only-heard"> what {{ need().kind }} needs</span>
          </button>
        </div>
      </fieldset>
    </form>
  `,
  styles: `
    .row {
      align-items: end;
    }
    app-number-field {
      flex: 0 1 110px;
    }
    fieldset {
      display: grid;
      gap: 8px;
    }
  `,
})
export class EducationNeedForm {
  readonly need = input.required<EducationNeed>();
  readonly changed = output<EducationNeed>();

  private readonly api = inject(CertificationsApi);
  protected readonly edit = editing<EducationNeed, Typed>({
    saved: () => this.need(),
    typed: ({ hours, months }) => ({ hours: String(hours), months: String(months) }),
    keptAs: () => `education need ${this.need().kind}`,
    changed: (need) => this.changed.emit(need),
  });
  protected readonly fields = form(this.edit.model);
  protected readonly typed = computed(() => {
    const { hours, months } = this.edit.model();
    return { hours: numberOf(hours), months: numberOf(months) };
  });
  protected readonly wordsOf = needWords;

  protected wrong(path: string): string | null {
    return wrongWith(this.edit.problem(), path);
  }

  protected async save(): Promise<void> {
    const { kind } = this.need();
    await this.edit.save(
      (version) => this.api.setNeed(version, { kind, ...this.typed() }),
      `Saved: what ${kind} needs.`,
    );
  }
}
