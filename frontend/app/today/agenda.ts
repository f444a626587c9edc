import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaItem } from '../../api/contract';
import { WAY_ICON } from '../contacts/contact-words';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { clockWords } from '../look/time-words';

/** What is planned for today, by the clock. */
@Component({
  selector: 'app-agenda',
  imports: [Icon, RouterLink],
  template: `
    <ul aria-label="Planned for today">
      @for (item of items(); track item.planned.plannedContactId) {
        <li>
          <a [routerLink]="['/today', item.participantId]">
            <app-icon [name]="item.planned.way ? icon[item.planned.way] : 'calendar'" />
            <b>{{ item.planned.plannedTime ? clock(item.planned.plannedTime) : 'Today' }}</b>
            {{ item.preferredName }}
          </a>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      gap: 8px;
      margin-inline: calc(-1 * var(--page-gap));
      padding-inline: var(--page-gap);
      overflow-x: auto;
      scrollbar-width: none;
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-height: 48px;
      padding: 0 16px 0 12px;
      border-radius: 999px;
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
      text-decoration: none;
      white-space: nowrap;
    }
  `,
})
export class Agenda {
  readonly items = input.required<AgendaItem[]>();
  protected readonly icon = WAY_ICON;

  protected clock(time: string): string {
    return clockWords(time, pageLanguage());
  }
}
