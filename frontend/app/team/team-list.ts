import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon } from '../look/icon';
import type { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';

/** What every list behind a number of the team page has around its lines: the way back, its days, and the next page. */
@Component({
  selector: 'app-team-list',
  imports: [Icon, MatButton, ProblemPanel, RouterLink, Skeleton],
  template: `
    <div class="page">
      <header>
        <a matButton routerLink="/team"><app-icon name="back" />Team</a>
        <h1 data-page>{{ title() }}</h1>
        @if (period(); as period) {
          <p class="quiet">{{ period }}</p>
        }
      </header>
      <ng-content />
      @if (list().failure()) {
        <app-problem-panel [failure]="list().failure()" (again)="list().more()" />
      } @else if (list().isAsking()) {
        <app-skeleton [rows]="4" />
      } @else if (list().next()) {
        <button matButton="outlined" type="button" (click)="list().more()">Show more</button>
      } @else if (!list().items().length) {
        <p class="empty">{{ empty() }}</p>
      }
    </div>
  `,
  styles: `
    header a {
      margin-left: -16px;
    }
  `,
})
export class TeamList {
  readonly title = input.required<string>();
  readonly list = input.required<Pages>();
  /** "Feb 9 to Mar 10", of what is counted of days. */
  readonly period = input<string | null>(null);
  readonly empty = input('Nothing is here any more.');
}

type Pages = Pick<ReturnType<typeof pagesOf<unknown>>, 'failure' | 'isAsking' | 'next' | 'items' | 'more'>;
