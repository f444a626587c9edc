import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TeamPromise, TeamPromises } from '../../api/contract';
import { pagesOf } from '../look/pages-of';
import { When } from '../look/when';
import { daysAsked, daysWords } from './days-counted';
import { TeamList } from './team-list';

/** The kept promises behind a number of the team page. */
@Component({
  imports: [RouterLink, TeamList, When],
  template: `
    <app-team-list [title]="title()" [list]="list" [period]="period()">
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
    </app-team-list>
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
