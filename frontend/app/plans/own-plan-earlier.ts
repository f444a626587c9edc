import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../look/icon';
import { OWN_WORDS } from './own-words';
import { PlanVersionsList } from './plan-versions';
import { Plans } from './plans';

/** One's own plan as it was before. */
@Component({
  imports: [Icon, PlanVersionsList, RouterLink],
  template: `
    <div class="page">
      <h1 data-page i18n="@@plan.earlier">How it was before</h1>
      <div>
        <a class="button soft" routerLink="/plan"
          ><app-icon name="back" /><span i18n="@@plan.title">My plan</span></a
        >
      </div>
      <app-plan-versions [plan]="plan" [words]="words" />
    </div>
  `,
})
export class OwnPlanEarlier {
  protected readonly plan = inject(Plans).of(null);
  protected readonly words = OWN_WORDS;
}
