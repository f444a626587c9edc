import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TeamLoadLine } from '../../api/contract';
import { pagesOf } from '../look/pages-of';
import { LOAD_PART_WORDS } from './load-part-words';
import { TeamList } from './team-list';

/** Whom the load of a coach, or of the whole team, is made of: what each weighs, and why. */
@Component({
  imports: [RouterLink, TeamList],
  template: `
    <app-team-list [title]="title()" [list]="list" empty="Nobody is carried here.">
      <p class="quiet">
        Everybody counts one; who needs more time weighs more. An administrator sets the weights.
      </p>
      <ul class="card">
        @for (line of list.items(); track line.lineId) {
          <li>
            @if (line.participantId) {
              <a [routerLink]="['/participants', line.participantId]">{{ line.participantName }}</a>
            } @else {
              <span class="quiet">Someone whose record is not open to you</span>
            }
            <strong>weighs {{ line.weight }}</strong>
            <span class="words quiet">{{ why(line) }}</span>
          </li>
        }
      </ul>
    </app-team-list>
  `,
  styleUrl: './team-list.scss',
})
export class TeamLoadList {
  readonly coachId = input<string>();

  protected readonly list = pagesOf<TeamLoadLine>(() => {
    const coachId = this.coachId();
    return { url: '/api/team/load', params: coachId ? { coachId } : ({} as Record<string, string>) };
  });
  protected readonly title = computed(() => {
    const [line] = this.list.items();
    return this.coachId() && line
      ? $localize`What ${line.coach.name}:name: carries`
      : $localize`What the team carries`;
  });

  protected why({ coach, parts }: TeamLoadLine): string {
    const why = parts.map((part) => LOAD_PART_WORDS[part]).join(', ');
    return this.coachId() ? why : [coach.name, why].filter(Boolean).join(' · ');
  }
}
