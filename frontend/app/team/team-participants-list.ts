import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CaseloadItem, Standing } from '../../api/contract';
import { CaseloadRow } from '../caseload/caseload-row';
import { Icon } from '../look/icon';
import { Live } from '../live/live';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { STANDING_LABEL } from '../standing/standing-words';
import { pagesOf } from '../look/pages-of';

/** The participants behind a number of the team page. */
@Component({
  imports: [CaseloadRow, Icon, MatButton, ProblemPanel, RouterLink, Skeleton],
  template: `
    <div class="page">
      <header>
        <a matButton routerLink="/team"><app-icon name="back" />Team</a>
        <h1 data-page>{{ title() }}</h1>
      </header>
      <ul class="stack">
        @for (item of items(); track item.participantId) {
          <li>
            <app-caseload-row [item]="item" [link]="['/participants', item.participantId]" [mayLog]="false" />
          </li>
        }
      </ul>
      @if (list.failure()) {
        <app-problem-panel [failure]="list.failure()" (again)="list.more()" />
      } @else if (list.isAsking()) {
        <app-skeleton [rows]="4" />
      } @else if (list.next()) {
        <button matButton="outlined" type="button" (click)="list.more()">Show more</button>
      } @else if (!items().length) {
        <p class="empty">Nobody is here any more.</p>
      }
    </div>
  `,
  styles: `
    header a {
      margin-left: -16px;
    }
  `,
})
export class TeamParticipantsList {
  readonly coachId = input<string>();
  readonly standing = input<Standing | 'drifting'>();

  protected readonly list = pagesOf<CaseloadItem>(() => ({
    url: '/api/team/participants',
    params: {
      ...(this.coachId() ? { coachId: this.coachId()! } : {}),
      ...(this.standing() ? { standing: this.standing()! } : {}),
    },
  }));
  protected readonly items = this.list.items;
  protected readonly title = computed(() => {
    const standing = this.standing();
    if (standing === 'drifting') return $localize`Who is drifting`;
    return standing ? STANDING_LABEL[standing] : $localize`Participants`;
  });

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.list.refresh(),
    );
  }
}
