import { Component, input } from '@angular/core';
import type { ParticipantView } from '../../api/contract';
import { AssessmentsOf } from '../assessments/assessments-of';
import { CheckInsOf } from '../check-ins/check-ins-of';
import { RecoveryPlanInBrief } from '../plans/plan-in-brief';
import { SharedDays } from '../recovery-days/shared-days';
import { GoalsInBrief } from './goals-in-brief';

/** What somebody wrote and answered themself, as their coach sees it: beside what happened on a desk, above it on a phone. */
@Component({
  selector: 'app-their-side',
  imports: [AssessmentsOf, CheckInsOf, GoalsInBrief, RecoveryPlanInBrief, SharedDays],
  template: `
    @let who = person();
    <h2 id="their-side-title">Their own side</h2>
    @defer (on viewport) {
      <app-check-ins-of [participantId]="who.participantId" [name]="who.preferredName" />
    } @placeholder {
      <section class="card"><h2>How they say they are</h2></section>
    }
    <app-goals-in-brief [participantId]="who.participantId" [goals]="who.goals" />
    <app-plan-in-brief [participantId]="who.participantId" [brief]="who.recoveryPlan" />
    <app-shared-days [participantId]="who.participantId" [name]="who.preferredName" />
    @defer (on viewport) {
      <app-assessments-of [participantId]="who.participantId" />
    } @placeholder {
      <section class="card"><h2>BARC-10 and PHQ</h2></section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
      grid-template-columns: minmax(0, 1fr);
    }
  `,
})
export class TheirSide {
  readonly person = input.required<ParticipantView>();
}
