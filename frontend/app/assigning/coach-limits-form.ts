import { Component, computed, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { CoachLimits } from '../../api/contract';
import { BothVersions } from '../look/both-versions';
import { NumberField, numberTyped } from '../look/number-field';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { wrongWith } from '../problems/problem-words';
import { AssigningApi, type Limits } from './assigning-api';

/** What holds for one coach alone; what is left empty is as for everybody. */
@Component({
  selector: 'app-coach-limits-form',
  imports: [BothVersions, FormField, MatButton, NumberField, ProblemSummary],
  template: `
    <form
      class="card stack"
      (submit)="$event.preventDefault(); save()"
      (input)="edit.keep()"
      novalidate
      aria-labelledby="limits-title"
    >
      <h2 id="limits-title">Meant to carry</h2>
      <p>
        Somebody new, back from leave, or with much else to do carries less. Leave a field empty, and it is as
        for everybody.
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
      <app-number-field
        fieldId="own-capacity"
        label="Capacity, in weight"
        [hint]="'Empty: ' + limits().forAll.capacity + ', as for everybody. 0 for nobody new at all.'"
        [formField]="fields.capacity"
        [wrong]="wrong('capacity')"
      />
      <app-number-field
        fieldId="own-ceiling"
        label="The most participants"
        [hint]="'Empty: ' + ceilingForAll() + '. It can’t be gone beyond, whatever the reason.'"
        [formField]="fields.headCountCeiling"
        [wrong]="wrong('headCountCeiling')"
      />
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="edit.isSaving()">Save</button>
      </div>
    </form>
  `,
})
export class CoachLimitsForm {
  readonly limits = input.required<CoachLimits>();
  readonly changed = output<CoachLimits>();

  private readonly api = inject(AssigningApi);
  protected readonly edit = editing({
    saved: () => this.limits(),
    typed: ({ capacity, headCountCeiling }) => ({
      capacity: String(capacity ?? ''),
      headCountCeiling: String(headCountCeiling ?? ''),
    }),
    keptAs: () => `coach-limits.${this.limits().coachId}`,
    changed: (limits) => this.changed.emit(limits),
  });
  protected readonly fields = form(this.edit.model);
  /** What is no number goes as it was typed: the server says what is wrong with it. */
  protected readonly typed = computed((): Limits => {
    const { capacity, headCountCeiling } = this.edit.model();
    return { capacity: numberTyped(capacity), headCountCeiling: numberTyped(headCountCeiling) };
  });
  protected readonly ceilingForAll = computed(() => {
    const { headCountCeiling } = this.limits().forAll;
    return headCountCeiling === null ? 'none, as for everybody' : `${headCountCeiling}, as for everybody`;
  });

  protected wrong(field: string): string | null {
    return wrongWith(this.edit.problem(), field);
  }

  protected lines({ capacity, headCountCeiling }: Limits): string[] {
    return [
      `Capacity: ${capacity ?? 'as for everybody'}`,
      `The most participants: ${headCountCeiling ?? 'as for everybody'}`,
    ];
  }

  protected async save(): Promise<void> {
    const limits = this.typed();
    await this.edit.save(
      (version) => this.api.setLimits(this.limits().coachId, version, limits),
      `Saved: what ${this.limits().name} is meant to carry.`,
    );
  }
}
