import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { TeamContact, TeamContacts } from '../../api/contract';
import { OUTCOME_LABEL } from '../contacts/contact-words';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { pagesOf } from '../look/pages-of';
import { daysAsked, daysWords } from './days-counted';

/** The reached contacts or the attempts behind a number of the team page. */
@Component({
  imports: [Icon, MatButton, ProblemPanel, RouterLink, Skeleton, When],
  template: `
    <div class="page">
      <header>
        <a matButton routerLink="/team"><app-icon name="back" />Team</a>
        <h1 data-page>{{ outcome() === 'attempt' ? 'Attempts' : 'Reached' }}</h1>
        @if (period(); as period) {
          <p class="quiet">{{ period }}</p>
        }
      </header>
      <ul class="card">
        @for (contact of items(); track contact.contactId) {
          <li>
            @if (contact.participantId) {
              <a [routerLink]="['/participants', contact.participantId]">{{ contact.participantName }}</a>
            } @else {
              <span class="quiet">Someone who is no longer with your team</span>
            }
            <span class="quiet">
              {{ label[contact.outcome] }} · <app-when [day]="contact.occurredOn" /> ·
              {{ contact.coach.name }}
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
      }
    </div>
  `,
  styleUrl: './team-list.scss',
})
export class TeamContactsList {
  readonly coachId = input<string>();
  readonly outcome = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly label = OUTCOME_LABEL;
  protected readonly list = pagesOf<TeamContact, TeamContacts>(() => ({
    url: '/api/team/contacts',
    params: {
      outcome: this.outcome() ?? 'reached',
      ...(this.coachId() ? { coachId: this.coachId()! } : {}),
      ...daysAsked(this.from(), this.to()),
    },
  }));
  protected readonly items = this.list.items;
  protected readonly period = computed(() => daysWords(this.list.first()));
}
