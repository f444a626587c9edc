import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { TeamGoal, TeamGoals } from '../../api/contract';
import { Icon } from '../look/icon';
import { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { daysAsked, daysWords } from './days-counted';

/** The goals behind a number of the team page: those that moved in some days, or those that stand still today. */
@Component({
  imports: [Icon, MatButton, ProblemPanel, RouterLink, Skeleton, When],
  template: `
    <div class="page">
      <header>
        <a matButton routerLink="/team"><app-icon name="back" />Team</a>
        <h1 data-page>{{ isStill() ? 'Goals that stand still' : 'Goals that moved' }}</h1>
        @if (period(); as period) {
          <p class="quiet">{{ period }}</p>
        }
      </header>
      <ul class="card">
        @for (goal of list.items(); track goal.goalId) {
          <li>
            <a [routerLink]="['/participants', goal.participantId]">{{ goal.participantName }}</a>
            <span class="quiet">
              {{ isStill() ? 'last moved' : 'moved' }}
              <app-when [day]="goal.movedOn" [counted]="isStill()" /> ·
              {{ goal.coach?.name ?? 'No coach' }}
            </span>
            <span class="words">“{{ goal.sentence }}”</span>
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
export class TeamGoalsList {
  readonly coachId = input<string>();
  readonly movement = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly isStill = computed(() => this.movement() === 'still');
  protected readonly list = pagesOf<TeamGoal, TeamGoals>(() => ({
    url: '/api/team/goals',
    params: {
      movement: this.isStill() ? 'still' : 'moving',
      ...(this.coachId() ? { coachId: this.coachId()! } : {}),
      ...daysAsked(this.from(), this.to()),
    },
  }));
  protected readonly period = computed(() => (this.isStill() ? null : daysWords(this.list.first())));
}
