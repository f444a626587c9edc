import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AnsweringSettings } from '../../api/contract';
import { BothVersions } from '../look/both-versions';
import { editing } from '../problems/editing';
import { ProblemSummary } from '../problems/problem-summary';
import { AnsweringApi } from './answering-api';

/** The supervisor who is told when nobody else answers, and at once of what is urgent at night. */
@Component({
  selector: 'app-on-call',
  imports: [BothVersions, MatButton, ProblemSummary],
  template: `
    <form
      class="card stack"
      (submit)="$event.preventDefault(); save()"
      (input)="edit.keep()"
      aria-labelledby="on-call-title"
    >
      <h2 id="on-call-title">On call</h2>
      @if (edit.theirs(); as now) {
        <app-both-versions
          [mine]="[nameOf(edit.model())]"
          [theirs]="[nameOf(chosenIn(now))]"
          (keepMine)="edit.overTheirs(); save()"
          (takeTheirs)="edit.takeTheirs()"
        />
      }
      <app-problem-summary [problem]="edit.problem()" />
      <div class="field">
        <label for="on-call">Supervisor on call</label>
        <select id="on-call" [value]="edit.model()" (input)="edit.model.set($any($event.target).value)">
          <option value="" [selected]="!edit.model()">Nobody: every supervisor is told</option>
          @for (one of choices(); track one.accountId) {
            <option [value]="one.accountId" [selected]="one.accountId === edit.model()">
              {{ one.name }}
            </option>
          }
        </select>
        <p class="hint">
          Told at once of urgent notes outside opening hours, and of any note that was not answered in time.
        </p>
      </div>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="edit.isSaving() || !isChanged()">
          Save who is on call
        </button>
      </div>
    </form>
  `,
})
export class OnCall {
  readonly settings = input.required<AnsweringSettings>();
  readonly changed = output<AnsweringSettings>();

  private readonly api = inject(AnsweringApi);
  protected readonly edit = editing({
    saved: () => this.settings(),
    typed: (settings: AnsweringSettings): string => this.chosenIn(settings),
    keptAs: () => 'on-call',
    changed: (settings) => this.changed.emit(settings),
  });
  protected readonly isChanged = computed(() => this.edit.model() !== this.chosenIn(this.settings()));
  /** Whoever is on call but can no longer sign in is named, so that somebody sees it. */
  protected readonly choices = computed(() => {
    const { supervisors, onCall } = this.settings();
    const isAble = !onCall || supervisors.some(({ accountId }) => accountId === onCall.accountId);
    return isAble ? supervisors : [...supervisors, { ...onCall, name: `${onCall.name} (cannot sign in)` }];
  });

  /** Empty for nobody. */
  protected chosenIn({ onCall }: AnsweringSettings): string {
    return onCall?.accountId ?? '';
  }

  protected nameOf(chosen: string): string {
    return this.choices().find(({ accountId }) => accountId === chosen)?.name ?? 'Nobody';
  }

  protected async save(): Promise<void> {
    const chosen = this.edit.model();
    await this.edit.save(
      (version) => this.api.setOnCall(version, chosen || null),
      'Saved: on call.',
      (version, before) => this.api.setOnCall(version, before.onCall?.accountId ?? null),
    );
  }
}
