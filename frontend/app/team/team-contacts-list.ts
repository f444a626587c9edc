import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TeamContact, TeamContacts } from '../../api/contract';
import { OUTCOME_LABEL } from '../contacts/contact-words';
import { When } from '../look/when';
import { pagesOf } from '../look/pages-of';
import { daysAsked, daysWords } from './days-counted';
import { TeamList } from './team-list';

/** The reached contacts or the attempts behind a number of the team page. */
@Component({
  imports: [RouterLink, TeamList, When],
  template: `
    <app-team-list
      [title]="outcome() === 'attempt' ? 'Attempts' : 'Reached'"
      [list]="list"
      [period]="period()"
    >
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
    </app-team-list>
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
