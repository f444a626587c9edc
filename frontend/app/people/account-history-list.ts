import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AccountChange, Day, Role } from '../../api/contract';
import { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { dayOf, timeOf } from '../look/time-words';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { ROLE_LABEL } from './role-words';

const SAID: Record<AccountChange['action'], (what: string) => string> = {
  'account.invited': () => 'a one-time link was made',
  'account.disabled': () => 'disabled',
  'account.enabled': () => 'enabled again',
  'account.role-given': (role) => `given the role ${ROLE_LABEL[role as Role].toLowerCase()}`,
  'account.role-taken': (role) => `no longer ${ROLE_LABEL[role as Role].toLowerCase()}`,
  'account.reports-to': (name) => `reports to ${name || 'nobody'}`,
  'account.team-taken-over': (name) => `team, call, waiting notes and cover went to ${name}`,
  'account.covers-taken-over': (name) => `${name} covers instead`,
};

/** Who changed what about an account, and when: the newest first. */
@Component({
  selector: 'app-account-history',
  imports: [MatButton, ProblemPanel, Skeleton, When],
  template: `
    <h3>Who changed what</h3>
    <ol>
      @for (change of list.items(); track $index) {
        <li>
          <span>{{ words(change) }}</span>
          <span class="quiet small"
            >{{ change.by.name }}, <app-when [day]="day(change)" />, {{ time(change) }}</span
          >
        </li>
      }
    </ol>
    @if (list.failure()) {
      <app-problem-panel [failure]="list.failure()" (again)="list.more()" />
    } @else if (list.isAsking() && !list.items().length) {
      <app-skeleton [rows]="2" />
    } @else if (!list.items().length) {
      <p class="quiet">Nothing was changed since this account was made.</p>
    } @else if (list.next()) {
      <button matButton type="button" (click)="list.more()">Show earlier</button>
    }
  `,
  styles: `
    h3 {
      margin: 0 0 8px;
    }
    ol {
      list-style: none;
      padding: 0;
    }
    li {
      display: grid;
      padding-block: 8px;
    }
    li > span:first-child::first-letter {
      text-transform: uppercase;
    }
  `,
})
export class AccountHistoryList {
  readonly accountId = input.required<string>();
  /** Of the account: when it changes there is more to tell. */
  readonly version = input.required<number>();

  private readonly session = inject(Session);
  protected readonly list = pagesOf<AccountChange>(() => ({
    url: `/api/people/${this.accountId()}/history`,
    params: { ...this.again(this.version()) },
  }));

  protected day({ at }: AccountChange): Day {
    return dayOf(new Date(at), this.session.timeZone());
  }

  protected time({ at }: AccountChange): string {
    return timeOf(at, this.session.timeZone(), 'en');
  }

  protected words({ action, what }: AccountChange): string {
    return SAID[action](what);
  }

  /** Only read, so that a new version asks anew. */
  private again(_: number): object {
    return {};
  }
}
