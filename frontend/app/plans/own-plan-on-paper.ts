import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { OWN_WORDS } from './own-words';
import { PlanOnPaper } from './plan-on-paper';
import { PlanTrouble } from './plan-trouble';
import { Plans } from './plans';

/** One's own plan to print. */
@Component({
  imports: [Icon, PlanOnPaper, PlanTrouble, RouterLink, Skeleton],
  template: `
    <div class="page">
      <h1 class="not-printed" data-page i18n="@@plan.onPaper">On paper</h1>
      <div class="not-printed">
        <a class="button soft" routerLink="/plan"
          ><app-icon name="back" /><span i18n="@@plan.title">My plan</span></a
        >
      </div>
      @if (plan.isHere()) {
        <app-plan-on-paper [plan]="plan" [words]="words" />
      } @else if (plan.problem(); as problem) {
        <app-plan-trouble [problem]="problem" (again)="plan.load()" />
      } @else {
        <app-skeleton [rows]="3" />
      }
    </div>
  `,
})
export class OwnPlanOnPaper {
  protected readonly plan = inject(Plans).of(null);
  protected readonly words = OWN_WORDS;

  constructor() {
    void this.plan.load();
  }
}
