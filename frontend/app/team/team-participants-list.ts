import { Component, computed, inject, input } from '@angular/core';
import type { CaseloadItem, Standing } from '../../api/contract';
import { CaseloadRow } from '../caseload/caseload-row';
import { Live } from '../live/live';
import { STANDING_LABEL } from '../standing/standing-words';
import { pagesOf } from '../look/pages-of';
import { TeamList } from './team-list';

/** The participants behind a number of the team page. */
@Component({
  imports: [CaseloadRow, TeamList],
  template: `
    <app-team-list [title]="title()" [list]="list" empty="Nobody is here any more.">
      <ul class="stack">
        @for (item of items(); track item.participantId) {
          <li>
            <app-caseload-row [item]="item" [link]="['/participants', item.participantId]" [mayLog]="false" />
          </li>
        }
      </ul>
    </app-team-list>
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
