import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { PlanInBrief } from '../../api/contract';
import { Session } from '../session/session';
import { PlanWhen } from './plan-when';
import { STAFF_WORDS } from './staff-words';

/** On a participant's page: which parts of their plan are filled, who wrote last, whom they call. */
@Component({
  selector: 'app-plan-in-brief',
  imports: [MatButton, PlanWhen, RouterLink],
  template: `
    <section class="card stack" aria-labelledby="recovery-plan-title">
      <h2 id="recovery-plan-title">Recovery plan</h2>
      @if (brief().filledParts.length) {
        <p>{{ filled() }}</p>
        @if (brief().people.length) {
          <p class="quiet">They call: {{ brief().people.join('; ') }}</p>
        }
        @if (brief().change; as change) {
          <p class="quiet small"><app-plan-when [change]="change" /></p>
        }
      } @else {
        <p class="quiet">Nothing in it yet. A good way to begin: “What has helped before, even a little?”</p>
      }
      <div>
        <a matButton="outlined" [routerLink]="['/participants', participantId(), 'plan']">
          {{ isCoach() && !brief().filledParts.length ? 'Begin the plan together' : 'Open the plan' }}
        </a>
      </div>
    </section>
  `,
})
export class RecoveryPlanInBrief {
  readonly participantId = input.required<string>();
  readonly brief = input.required<PlanInBrief>();
  protected readonly isCoach = inject(Session).isCoach;
  protected readonly filled = computed(() => {
    const parts = this.brief().filledParts;
    const titles = parts.map((part) => STAFF_WORDS[part].title.toLowerCase()).join(', ');
    return parts.length === 6 ? 'All six parts are filled in.' : `${parts.length} of 6 parts: ${titles}.`;
  });
}
