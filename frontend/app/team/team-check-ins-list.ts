import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { TeamCheckIn, TeamCheckIns } from '../../api/contract';
import { MOOD_WORDS } from '../check-ins/mood-words';
import { Icon } from '../look/icon';
import { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { daysAsked, daysWords } from './days-counted';

/** The check-ins behind a number of the team page. */
@Component({
  imports: [Icon, MatButton, ProblemPanel, RouterLink, Skeleton, When],
  template: `
    <div class="page">
      <header>
        <a matButton routerLink="/team"><app-icon name="back" />Team</a>
        <h1 data-page>Check-ins</h1>
        @if (period(); as period) {
          <p class="quiet">{{ period }}</p>
        }
      </header>
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
      @if (list.failure()) {
        <app-problem-panel [failure]="list.failure()" (again)="list.more()" />
      } @else if (list.isAsking()) {
        <app-skeleton [rows]="4" />
      } @else if (list.next()) {
        <button matButton="outlined" type="button" (click)="list.more()">Show more</button>
      } @else if (!list.items().length) {
        <p class="empty">Nothing is here any more.</p>
      }
    </div>
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
