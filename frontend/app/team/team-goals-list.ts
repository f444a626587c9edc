import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TeamGoal, TeamGoals } from '../../api/contract';
import { pagesOf } from '../look/pages-of';
import { When } from '../look/when';
import { daysAsked, daysWords } from './days-counted';
import { TeamList } from './team-list';

/** The goals behind a number of the team page: those that moved in some days, or those that stand still today. */
@Component({
  imports: [RouterLink, TeamList, When],
  template: `
    <app-team-list
      [title]="isStill() ? 'Goals that stand still' : 'Goals that moved'"
      [list]="list"
      [period]="period()"
    >
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
    </app-team-list>
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
