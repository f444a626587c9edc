import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { OWN_WORDS } from './own-words';
import { PlanParts } from './plan-parts-list';
import { Plans } from './plans';
import { PlanTrouble } from './plan-trouble';

/** One's own plan for hard days: read, and written line by line. */
@Component({
  imports: [Icon, PlanParts, PlanTrouble, RouterLink, Skeleton],
  template: `
    <div class="page wide">
      <h1 data-page i18n="@@plan.title">My plan</h1>
      <p class="quiet" i18n="@@plan.what">
        Your own words, for days that are hard. You and your coach can both write here. Nothing has to be
        filled in.
      </p>
      @if (plan.isHere()) {
        <a class="now" routerLink="/plan/now">
          <app-icon name="heart" />
          <span>
            <b i18n="@@plan.now.title">Right now</b>
            <span i18n="@@plan.now.what">The short page, for a hard moment</span>
          </span>
          <app-icon name="next" />
        </a>
        <app-plan-parts [plan]="plan" [words]="words" />
        <nav class="row" aria-label="More about your plan" i18n-aria-label="@@plan.more">
          <a class="button soft" routerLink="/plan/print"
            ><app-icon name="copy" /><span i18n="@@plan.onPaper">On paper</span></a
          >
          <a class="button soft" routerLink="/plan/earlier"
            ><app-icon name="clock" /><span i18n="@@plan.earlier">How it was before</span></a
          >
        </nav>
      } @else if (plan.problem(); as problem) {
        <app-plan-trouble [problem]="problem" (again)="plan.load()" />
      } @else {
        <app-skeleton [rows]="4" />
      }
    </div>
  `,
  styles: `
    .now {
      display: flex;
      gap: 16px;
      align-items: center;
      padding: 16px 20px;
      border-radius: var(--mat-sys-corner-large);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
      text-decoration: none;
    }
    .now > span {
      display: grid;
      flex: 1;
    }
    .now b {
      font: 600 1.375rem/1.3 var(--brand);
    }
  `,
})
export class OwnPlan {
  protected readonly plan = inject(Plans).of(null);
  protected readonly words = OWN_WORDS;

  constructor() {
    void this.plan.load();
    inject(Live).whenChanged(
      () => null,
      () => this.plan.load(),
    );
    // so that they open without signal too, once this page is open
    void import('./right-now').catch(() => undefined);
    void import('./own-plan-on-paper').catch(() => undefined);
  }
}
