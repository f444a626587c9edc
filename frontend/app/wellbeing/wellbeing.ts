import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import type { OwnQuietHours, OwnWellbeing } from '../../api/contract';
import { AfterADeath } from '../deaths/after-a-death';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { OwnPulses } from './own-pulses';
import { QuietHoursForm } from './quiet-hours-form';

/** A coach's own page: how they are, when they rest, and whom they may call for themselves. */
@Component({
  imports: [AfterADeath, OwnPulses, ProblemPanel, QuietHoursForm, Skeleton, When],
  template: `
    <div class="page">
      <header>
        <h1 data-page>You, too</h1>
        <p class="quiet">Walking with people takes something out of you. This page is yours.</p>
      </header>
      <app-after-a-death />
      @if (page.hasValue()) {
        @let own = page.value();
        <app-own-pulses [own]="own" (changed)="page.reload()" />
        <app-quiet-hours-form [own]="own" (changed)="quietHoursAre($event)" />
        <section class="card stack" aria-labelledby="after-hours-title">
          <h2 id="after-hours-title">Outside your hours</h2>
          @let count = own.afterHours.afterHoursCount;
          <p>
            @if (count === 0) {
              Since <app-when [day]="own.afterHours.fromOn" [dated]="true" />, none of your contacts lay in
              your quiet hours.
            } @else {
              Since <app-when [day]="own.afterHours.fromOn" [dated]="true" />,
              <b>{{ count }} {{ count === 1 ? 'contact' : 'contacts' }}</b> lay in your quiet hours. If that
              is more than you want, bring it to {{ own.supervisor?.name ?? 'your supervisor' }}, who sees the
              same number.
            }
          </p>
        </section>
        <section class="card stack" aria-labelledby="for-you-title">
          <h2 id="for-you-title">Somebody for you</h2>
          <p>Call or text <a href="tel:988">988</a> at any hour, for yourself too.</p>
          @if (own.supportLine) {
            <p>{{ own.supportLine }}</p>
          }
        </section>
      } @else if (page.error()) {
        <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
      } @else {
        <app-skeleton [rows]="5" />
      }
    </div>
  `,
})
export class Wellbeing {
  protected readonly page = httpResource<OwnWellbeing>(() => '/api/wellbeing');

  /** They stand at once; what lay in them is counted anew. */
  protected quietHoursAre(quietHours: OwnQuietHours): void {
    this.page.set({ ...this.page.value()!, quietHours });
    this.page.reload();
  }
}
