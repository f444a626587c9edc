import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import type { TeamPage } from '../../api/contract';
import { CallsWithoutCoach } from '../calls/calls-without-coach';
import { Live } from '../live/live';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { TeamCards } from './team-cards';
import { TeamTable } from './team-table';

/** Who is drifting, answered without a click: each coach, each standing, the last 30 days, open risk notes. */
@Component({
  imports: [CallsWithoutCoach, ProblemPanel, Skeleton, TeamCards, TeamTable],
  template: `
    <div class="page wide">
      <header>
        <h1 data-page>Your team</h1>
        @if (page.hasValue()) {
          @let totals = page.value().totals;
          <p class="quiet">
            {{ totals.participantCount }} participants, {{ totals.standings['out of touch'] }} out of touch,
            {{ totals.standings.overdue }} overdue. Every number opens to its list.
          </p>
        }
      </header>
      <app-calls-without-coach />
      @if (page.hasValue()) {
        <app-team-table class="on-desk" [team]="page.value()" />
        <app-team-cards class="on-phone" [team]="page.value()" />
      } @else if (page.error()) {
        <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
      } @else {
        <app-skeleton [rows]="5" />
      }
    </div>
  `,
  styles: `
    .on-desk {
      display: none;
    }
    @media (min-width: 1000px) {
      .on-desk {
        display: block;
      }
      .on-phone {
        display: none;
      }
    }
  `,
})
export class Team {
  protected readonly page = httpResource<TeamPage>(() => '/api/team');

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.page.reload(),
    );
  }
}
