import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { PlannedContact, PlannedContactLine } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { choicesOf, WAY_ICON, WAY_LABEL } from '../contacts/contact-words';
import { KeyFor } from '../keys/key';
import { type Choice, Choices } from '../look/choices';
import { problemOf, wrongWith } from '../problems/problem-words';
import { DueChoice } from '../promises/due-choice';
import { SuggestsWords } from '../words/suggests-words';
import { PlannedApi } from './planned-api';
import { PlannedWords } from './planned-words';

/** Another moment for what is planned next, or the first one. */
@Component({
  selector: 'app-plan-form',
  imports: [Choices, DueChoice, FormField, KeyFor, MatButton, PlannedWords, SuggestsWords],
  template: `
    <form class="stack" (submit)="save($event)" novalidate>
      <app-due-choice legend="When" [day]="fields.plannedOn" [wrong]="wrong('plannedOn')" />
      <div class="field time">
        <label for="plan-time">Time <span class="quiet">(if agreed)</span></label>
        <input
          id="plan-time"
          type="time"
          [formField]="fields.plannedTime"
          [attr.aria-invalid]="!!wrong('plannedTime')"
          aria-describedby="plan-time-wrong"
        />
        <p class="wrong" id="plan-time-wrong">{{ wrong('plannedTime') }}</p>
      </div>
      <app-choices legend="How" [choices]="ways" [formField]="fields.way" />
      @if (instead()) {
        <div class="field">
          <label for="plan-why">Why <span class="quiet">(if you like)</span></label>
          <input id="plan-why" appSuggestsWords [formField]="fields.why" />
        </div>
      }
      @if (theirs(); as now) {
        <p role="alert">
          <b>Somebody changed it meanwhile</b>: <app-planned-words [planned]="now" />. What you chose is still
          here.
        </p>
      } @else {
        <p class="wrong" role="alert">
          {{ problem() && !problem()?.fields?.length ? problem()?.detail : '' }}
        </p>
      }
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="isSaving()">
          {{ theirs() ? 'Move it all the same' : instead() ? 'Reschedule' : 'Plan it' }}
        </button>
        <button appKey="Escape" matButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
  styles: `
    .time {
      max-width: 200px;
    }
    .wrong {
      color: var(--mat-sys-error);
      font-weight: 550;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class PlanForm {
  readonly participantId = input.required<string>();
  /** What it takes the place of; none where nothing is planned. */
  readonly instead = input<PlannedContact | null>(null);
  readonly done = output<PlannedContactLine>();
  readonly cancelled = output();

  private readonly api = inject(PlannedApi);
  private readonly plannedContactId = uuidv7();
  private readonly model = linkedSignal(() => ({
    plannedOn: '',
    plannedTime: this.instead()?.plannedTime ?? '',
    way: this.instead()?.way ?? '',
    why: '',
  }));
  protected readonly fields = form(this.model);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);
  /** On 412: what is next by now. */
  protected readonly theirs = signal<PlannedContactLine | null>(null);
  protected readonly ways: Choice[] = choicesOf(WAY_LABEL).map((way) => ({
    ...way,
    icon: WAY_ICON[way.value],
  }));

  protected wrong(field: string): string | null {
    return wrongWith(this.problem(), field);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSaving()) return;
    this.isSaving.set(true);
    this.problem.set(null);
    const { why, ...plan } = this.model();
    const before = this.theirs() ?? this.instead();
    try {
      this.done.emit(
        before
          ? await this.api.reschedule(before, this.plannedContactId, plan, why)
          : await this.api.plan(this.participantId(), this.plannedContactId, plan),
      );
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      const now = problem.status === 412 ? (problem.current as PlannedContactLine) : null;
      this.theirs.set(now && !now.ended ? now : null);
    } finally {
      this.isSaving.set(false);
    }
  }
}
