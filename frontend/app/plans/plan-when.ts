import { Component, computed, inject, input } from '@angular/core';
import type { PlanChange } from '../../api/contract';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { Session } from '../session/session';

/** Who changed it last, and when. */
@Component({
  selector: 'app-plan-when',
  imports: [When],
  template: `
    @let said = change();
    @if (said.isTogether && said.isYou) {
      <ng-container i18n="@@plan.byYouTogether">Written by you, made together</ng-container>
    } @else if (said.isTogether) {
      <ng-container i18n="@@plan.byTogether">Written by {{ said.name }}, made together</ng-container>
    } @else if (said.isYou) {
      <ng-container i18n="@@plan.byYou">Written by you</ng-container>
    } @else {
      <ng-container i18n="@@plan.by">Written by {{ said.name }}</ng-container>
    }
    · <app-when [day]="day()" />
  `,
})
export class PlanWhen {
  readonly change = input.required<PlanChange>();
  private readonly session = inject(Session);
  protected readonly day = computed(() => dayOf(this.change().at, this.session.timeZone()));
}
