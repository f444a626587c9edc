import { Component, input } from '@angular/core';
import type { PlanChange } from '../../api/contract';
import { NotSentYet } from '../problems/until-answered';
import { PlanWhen } from './plan-when';

/** Below a part: whether it is kept, else who wrote it and when. Calm while there is no signal. */
@Component({
  selector: 'app-part-state',
  imports: [NotSentYet, PlanWhen],
  template: `
    <p class="quiet small" role="status">
      @switch (state()) {
        @case ('sending') {
          <ng-container i18n="@@plan.sending">Saving…</ng-container>
        }
        @case ('waiting') {
          <app-not-sent-yet />
        }
        @case ('saved') {
          <ng-container i18n="@@plan.saved">Saved.</ng-container>
        }
      }
    </p>
    @if (state() === 'nothing' && change(); as said) {
      <p class="quiet small"><app-plan-when [change]="said" /></p>
    }
  `,
})
export class PartState {
  readonly state = input.required<'nothing' | 'sending' | 'waiting' | 'saved'>();
  readonly change = input<PlanChange | null>(null);
}
