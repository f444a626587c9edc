import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ParticipantToAssign } from '../../api/contract';
import { When } from '../look/when';
import { LevelTag } from '../risk-notes/level-tag';
import { STANDING_LABEL } from '../standing/standing-words';

/** People who need a coach, or will: how it stands, what presses, and the way to choose. */
@Component({
  selector: 'app-people-to-assign',
  imports: [LevelTag, MatButton, RouterLink, When],
  template: `
    <ul>
      @for (person of people(); track person.participantId) {
        <li>
          <div class="who">
            <a [routerLink]="['/participants', person.participantId]">{{ person.preferredName }}</a>
            <p class="quiet small">
              @if (person.why === 'no coach' && person.onDay; as since) {
                Since <app-when [day]="since" /> ·
              }
              @if (person.why === 'last day' && person.onDay; as last) {
                {{ person.coach?.name }}’s last day{{ person.isSecond ? ' as second coach' : '' }}:
                <app-when [day]="last" /> ·
              }
              {{ standingWords[person.standing] }}{{ person.language === 'es' ? ' · Speaks Spanish' : '' }}
            </p>
          </div>
          @if (person.openNote === 'urgent' || person.openNote === 'concern') {
            <app-level-tag [level]="person.openNote" [isLong]="true" />
          }
          <a matButton="outlined" [routerLink]="['/participants', person.participantId, 'coach']">
            Choose a coach<span class="only-heard"> for {{ person.preferredName }}</span>
          </a>
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 16px;
      min-height: 64px;
      padding-block: 10px;
    }
    li + li {
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    .who {
      flex: 1 1 200px;
    }
    .who a {
      display: inline-grid;
      align-items: center;
      min-height: 32px;
      color: inherit;
      font: 600 1.125rem var(--brand);
    }
  `,
})
export class PeopleToAssign {
  readonly people = input.required<ParticipantToAssign[]>();
  protected readonly standingWords = STANDING_LABEL;
}
