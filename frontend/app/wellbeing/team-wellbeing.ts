import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TeamWellbeing as TeamWellbeingPage } from '../../api/contract';
import { AfterADeath } from '../deaths/after-a-death';
import { Remembered } from '../deaths/remembered';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { feelingWords } from './feelings';

/** How the team is, as far as its coaches say so. */
@Component({
  imports: [AfterADeath, Icon, ProblemPanel, Remembered, RouterLink, Skeleton, When],
  template: `
    <div class="page">
      <a class="back" routerLink="/team"><app-icon name="back" />Team</a>
      <header>
        <h1 data-page>How your team is</h1>
      </header>
      <app-after-a-death />
      @if (page.hasValue()) {
        @let team = page.value();
        <section class="card stack" aria-labelledby="shared-title">
          <h2 id="shared-title">What they shared with you</h2>
          @for (pulse of team.sharedPulses; track pulse.pulseId) {
            <div>
              <p>
                <b>{{ pulse.coach.name }}</b>
                <span class="quiet">, the week of <app-when [day]="pulse.weekOn" [dated]="true" /></span>
              </p>
              <p>{{ feeling(pulse.feeling) }}</p>
              @if (pulse.words) {
                <p class="own">{{ pulse.words }}</p>
              }
            </div>
          } @empty {
            <p class="quiet">
              Nothing at the moment. What coaches write is theirs until they choose to share it.
            </p>
          }
        </section>
        <section class="card stack" aria-labelledby="hours-title">
          <h2 id="hours-title">Contacts in quiet hours, last 30 days</h2>
          <ul>
            @for (each of team.coaches; track each.coach.accountId) {
              <li>
                <span>{{ each.coach.name }}</span><span>{{ each.afterHoursCount }}</span>
              </li>
            } @empty {
              <li class="quiet">No coaches report to you yet.</li>
            }
          </ul>
          <p class="quiet small">
            Each coach sees their own number. It is there to ask about, not to judge by.
          </p>
        </section>
        <section class="card stack" aria-labelledby="for-you-title">
          <h2 id="for-you-title">Somebody for you</h2>
          <p>Call or text <a href="tel:988">988</a> at any hour, for yourself too.</p>
          @if (team.supportLine) {
            <p>{{ team.supportLine }}</p>
          }
        </section>
        <app-remembered />
      } @else if (page.error()) {
        <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
      } @else {
        <app-skeleton [rows]="5" />
      }
    </div>
  `,
  styles: `
    .back {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      justify-self: start;
      min-height: 48px;
      color: var(--mat-sys-on-surface-variant);
      text-decoration: none;
    }
    .own {
      white-space: pre-wrap;
    }
    li {
      display: flex;
      justify-content: space-between;
      padding-block: 12px;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    li:first-child {
      border: 0;
    }
  `,
})
export class TeamWellbeing {
  protected readonly page = httpResource<TeamWellbeingPage>(() => '/api/wellbeing/team');
  protected readonly feeling = feelingWords;
}
