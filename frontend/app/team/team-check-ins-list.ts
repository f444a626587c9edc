import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TeamCheckIn, TeamCheckIns } from '../../api/contract';
import { MOOD_WORDS } from '../check-ins/mood-words';
import { pagesOf } from '../look/pages-of';
import { When } from '../look/when';
import { daysAsked, daysWords } from './days-counted';
import { TeamList } from './team-list';

/** The check-ins behind a number of the team page. */
@Component({
  imports: [RouterLink, TeamList, When],
  template: `
    <app-team-list title="Check-ins" [list]="list" [period]="period()">
      <ul class="card">
        @for (checkIn of list.items(); track checkIn.checkInId) {
          <li>
            <a [routerLink]="['/participants', checkIn.participantId]">{{ checkIn.participantName }}</a>
            <span class="quiet">
              {{ mood[checkIn.mood] }}{{ checkIn.isWithStaff ? ', said to staff' : '' }} ·
              <app-when [day]="checkIn.checkedInOn" /> · {{ checkIn.coach?.name ?? 'No coach' }}
            </span>
          </li>
        }
      </ul>
    </app-team-list>
  `,
  styleUrl: './team-list.scss',
})
export class TeamCheckInsList {
  readonly coachId = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly mood = MOOD_WORDS;
  protected readonly list = pagesOf<TeamCheckIn, TeamCheckIns>(() => ({
    url: '/api/team/check-ins',
    params: {
      ...(this.coachId() ? { coachId: this.coachId()! } : {}),
      ...daysAsked(this.from(), this.to()),
    },
  }));
  protected readonly period = computed(() => daysWords(this.list.first()));
}
