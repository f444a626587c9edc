import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AnsweringSettings } from '../../api/contract';
import { ProblemSummary } from '../problems/problem-summary';
import { AnsweringApi } from './answering-api';
import { formOver } from './form-over';
import { saving } from './saving';

/** The supervisor who is told when nobody else answers, and at once of what is urgent at night. */
@Component({
  selector: 'app-on-call',
  imports: [MatButton, ProblemSummary],
  template: `
    <form class="card stack" (submit)="save($event)" aria-labelledby="on-call-title">
      <h2 id="on-call-title">On call</h2>
      <app-problem-summary [problem]="saver.problem()" />
      <div class="field">
        <label for="on-call">Supervisor on call</label>
        <select id="on-call" [value]="chosen()" (change)="chosen.set($any($event.target).value)">
          <option value="" [selected]="!chosen()">Nobody: every supervisor is told</option>
          @for (one of choices(); track one.accountId) {
            <option [value]="one.accountId" [selected]="one.accountId === chosen()">{{ one.name }}</option>
          }
        </select>
        <p class="hint">
          Told at once of urgent notes outside opening hours, and of any note that was not answered in time.
        </p>
      </div>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="saver.isSaving() || !isChanged()">
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
  protected readonly saver = saving((settings) => this.changed.emit(settings));
  private readonly now = computed(() => this.settings().onCall?.accountId ?? '');
  protected readonly chosen = formOver(() => this.now());
  protected readonly isChanged = computed(() => this.chosen() !== this.now());
  /** Whoever is on call but can no longer sign in is named, so that somebody sees it. */
  protected readonly choices = computed(() => {
    const { supervisors, onCall } = this.settings();
    const isAble = !onCall || supervisors.some(({ accountId }) => accountId === onCall.accountId);
    return isAble ? supervisors : [...supervisors, { ...onCall, name: `${onCall.name} (cannot sign in)` }];
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const accountId = this.chosen() || null;
    await this.saver.save(() => this.api.setOnCall(this.settings().version, accountId), 'Saved: on call.');
  }
}
