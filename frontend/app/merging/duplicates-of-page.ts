import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DuplicatesOfRecord } from '../../api/merging-contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { DuplicatePairCard } from './duplicate-pair-card';

/** Whether somebody of the team is here under another record too. */
@Component({
  imports: [DuplicatePairCard, Icon, MatButton, ProblemPanel, RouterLink, Skeleton],
  template: `
    <div class="page">
      <header class="stack">
        <div>
          <a matButton class="back" [routerLink]="['/participants', participantId()]">
            <app-icon name="back" />{{ page.hasValue() ? page.value().record.preferredName : 'Back' }}
          </a>
          <h1 data-page>Here twice?</h1>
        </div>
        <p>Who of your team has the same number, or a name that sounds the same.</p>
      </header>
      @if (page.hasValue()) {
        @let all = page.value();
        <ul class="stack">
          @for (other of all.items; track other.participantId) {
            <li><app-duplicate-pair [first]="all.record" [second]="other" [agreesIn]="other.agreesIn" /></li>
          } @empty {
            <li class="empty">
              <app-icon name="people" />
              <p>
                Nobody of your team looks like {{ all.record.preferredName }}. An administrator sees those of
                other teams too, under People.
              </p>
              <a matButton="outlined" [routerLink]="['/participants', participantId()]">
                Back to {{ all.record.preferredName }}
              </a>
            </li>
          }
        </ul>
      } @else if (page.error()) {
        <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
      } @else {
        <app-skeleton [rows]="3" />
      }
    </div>
  `,
  styles: `
    .back {
      margin-left: -16px;
    }
  `,
})
export class DuplicatesOfPage {
  readonly participantId = input.required<string>();
  protected readonly page = httpResource<DuplicatesOfRecord>(
    () => `/api/participants/${encodeURIComponent(this.participantId())}/duplicates`,
  );

  constructor() {
    inject(Live).whenChanged(this.participantId, () => this.page.reload());
  }
}
