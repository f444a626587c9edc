import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { EndedStay } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { EndedStayRow } from './ended-stay-row';

/** Who was here and is in no program now: found again by name, welcomed back, or a closing taken back. */
@Component({
  imports: [EndedStayRow, Icon, MatButton, ProblemPanel, RouterLink, Skeleton],
  template: `
    <div class="page">
      <a class="back" [routerLink]="back().path"><app-icon name="back" />{{ back().words }}</a>
      <header>
        <h1 data-page>{{ isCoach() ? 'Stays you closed' : 'Stays that ended' }}</h1>
        <p class="quiet">
          @if (isCoach()) {
            Of the last 24 hours, for as long as you may take it back. After that a supervisor enrolls them
            again.
          } @else {
            Everybody who was here and is in no program now, whoever left last first. Whoever comes back is
            the same person, with all that was before.
          }
        </p>
      </header>
      @if (!isCoach()) {
        <input
          type="search"
          placeholder="Find by name"
          aria-label="Find by name"
          autocomplete="off"
          [value]="find() ?? ''"
          (input)="narrow($any($event.target).value)"
        />
      }
      <p class="only-heard" role="status">{{ list.items().length }} shown</p>
      <ul class="stack">
        @for (stay of list.items(); track stay.enrollmentId) {
          <li><app-ended-stay-row [stay]="stay" (changed)="list.startOver()" /></li>
        }
      </ul>
      @if (list.failure()) {
        <app-problem-panel [failure]="list.failure()" (again)="list.more()" />
      } @else if (list.isAsking() && !list.items().length) {
        <app-skeleton [rows]="4" />
      } @else if (list.next()) {
        <button matButton="outlined" type="button" (click)="list.more()">Show more</button>
      } @else if (!list.items().length) {
        <div class="empty">
          <app-icon name="home" />
          <p>{{ nobody() }}</p>
        </div>
      }
    </div>
  `,
  styles: `
    .back {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      justify-self: start;
      min-height: 48px;
      margin-left: -8px;
      color: var(--mat-sys-on-surface-variant);
      text-decoration: none;
    }
    header {
      display: grid;
      gap: 8px;
    }
  `,
})
export class EndedStays {
  readonly find = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly isCoach = this.session.isCoach;
  protected readonly list = pagesOf<EndedStay>(() => ({
    url: '/api/stays/ended',
    params: { ...(this.find() ? { find: this.find()! } : {}) },
  }));
  protected readonly back = computed(() => {
    if (this.isCoach()) return { path: '/caseload', words: 'Caseload' };
    return this.session.isSupervisor()
      ? { path: '/team', words: 'Team' }
      : { path: '/people', words: 'People' };
  });
  protected readonly nobody = computed(() => {
    if (this.isCoach()) return $localize`You closed no stay in the last 24 hours.`;
    return this.find()
      ? $localize`Nobody by that name. They may be here still, or with another team.`
      : $localize`Nobody has left so far. Once a stay is closed, the person is found here again.`;
  });

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.list.refresh(),
    );
  }

  protected narrow(find: string): void {
    void this.router.navigate([], {
      queryParams: { find: find || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }
}
