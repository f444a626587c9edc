import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { TeamPromise, TeamPromises } from '../../api/contract';
import { Icon } from '../look/icon';
import { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { daysAsked, daysWords } from './days-counted';

/** The kept promises behind a number of the team page. */
@Component({
  imports: [Icon, MatButton, ProblemPanel, RouterLink, Skeleton, When],
  template: `
    <div class="page">
      <header>
        <a matButton routerLink="/team"><app-icon name="back" />Team</a>
        <h1 data-page>{{ title() }}</h1>
        @if (period(); as period) {
          <p class="quiet">{{ period }}</p>
        }
      </header>
      <ul class="card">
        @for (promise of list.items(); track promise.promiseId) {
          <li>
            @if (promise.participantId) {
              <a [routerLink]="['/participants', promise.participantId]">{{ promise.participantName }}</a>
            } @else {
              <span class="quiet">Someone who is no longer with your team</span>
            }
            <span class="quiet">
              @if (promise.keptOn) {
                kept <app-when [day]="promise.keptOn" /> · {{ promise.coach.name }}
              } @else {
                for <app-when [day]="promise.dueOn" /> · made by {{ promise.coach.name }}
              }
            </span>
            <span class="words">{{ promise.words }}</span>
          </li>
        }
      </ul>
      @if (list.failure()) {
        <app-problem-panel [failure]="list.failure()" (again)="list.more()" />
      } @else if (list.isAsking()) {
        <app-skeleton [rows]="4" />
      } @else if (list.next()) {
        <button matButton="outlined" type="button" (click)="list.more()">Show more</button>
      }
    </div>
  `,
  styleUrl: './team-list.scss',
})
export class TeamPromisesList {
  readonly coachId = input<string>();
  readonly state = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly list = pagesOf<TeamPromise, TeamPromises>(() => ({
    url: '/api/team/promises',
    params: {
      state: this.state() ?? 'kept',
      ...(this.coachId() ? { coachId: this.coachId()! } : {}),
      ...daysAsked(this.from(), this.to()),
    },
  }));
  protected readonly title = computed(() => {
    if (this.state() === 'open') return $localize`Open promises`;
    return this.state() === 'overdue' ? $localize`Promises past their day` : $localize`Promises kept`;
  });
  protected readonly period = computed(() =>
    this.state() === 'open' || this.state() === 'overdue' ? null : daysWords(this.list.first()),
  );
}
