import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TeamPage } from '../../api/contract';
import { Icon } from '../look/icon';
import { EVENT_COLUMNS, PEOPLE_COLUMN, STANDING_COLUMNS, WAITING_COLUMNS } from './team-columns';
import { linesOf, type TeamLine, wholeTeam } from './team-lines';
import { TeamLoad } from './team-load';
import { TeamNumber } from './team-number';

/** The team as cards that open, for a phone: the whole team first, then one coach after the other. */
@Component({
  selector: 'app-team-cards',
  imports: [Icon, RouterLink, TeamLoad, TeamNumber],
  template: `
    <ul class="stack">
      @for (line of lines(); track line.coachId) {
        <li>
          <details class="card">
            <summary>
              <span class="head">
                <strong>{{ line.name }}</strong>
                <span class="quiet">{{ said(line) }}</span>
                @if (line.load; as load) {
                  <app-team-load [load]="load" [opens]="false" />
                }
              </span>
              <app-icon name="down" />
            </summary>
            @if (line.load; as load) {
              <a class="carried" routerLink="/team/load" [queryParams]="{ coachId: line.coachId }"
                >Who makes up this load<span class="only-heard">, {{ line.name }}</span></a
              >
            }
            @for (group of groups(); track group.title) {
              <h3>{{ group.title }}</h3>
              <dl>
                @for (column of group.columns; track column.label) {
                  <div>
                    <dt>{{ column.label }}</dt>
                    <dd>
                      <app-team-number
                        [counts]="line.counts"
                        [column]="column"
                        [coachId]="line.coachId"
                        [whose]="line.name"
                        [period]="team()"
                      />
                    </dd>
                  </div>
                }
              </dl>
            }
            @if (line.load && line.coachId && !line.isGone) {
              <a class="carries" [routerLink]="['/coaches', line.coachId, 'load']"
                >What {{ line.name }} is meant to carry</a
              >
            }
          </details>
        </li>
      }
    </ul>
  `,
  styles: `
    summary {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      min-block-size: 48px;
      cursor: pointer;
      list-style: none;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    .head {
      display: grid;
      gap: 4px;
      flex: 1;
    }
    strong {
      font: 600 1.25rem var(--brand);
    }
    details[open] summary > app-icon {
      transform: rotate(180deg);
    }
    .carried {
      display: inline-grid;
      align-items: center;
      min-block-size: 48px;
    }
    h3 {
      margin-block: 16px 4px;
      color: var(--mat-sys-on-surface-variant);
      font: 550 0.9375rem var(--plain);
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(92px, 1fr));
      gap: 4px;
    }
    .carries {
      display: inline-flex;
      align-items: center;
      min-block-size: 48px;
      margin-block-start: 8px;
    }
    dl div {
      display: flex;
      flex-direction: column-reverse;
      justify-content: flex-end;
      align-items: center;
      padding: 4px 2px 8px;
      border-radius: var(--mat-sys-corner-small);
      background: var(--mat-sys-surface-container-low);
      text-align: center;
    }
    dt {
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.875rem;
      line-height: 1.25;
    }
    dd {
      font-size: 1.25rem;
    }
  `,
})
export class TeamCards {
  readonly team = input.required<TeamPage>();
  /** "Last 30 days". */
  readonly periodWords = input.required<string>();

  protected readonly groups = computed(() => [
    { title: $localize`Participants today`, columns: [PEOPLE_COLUMN, ...STANDING_COLUMNS] },
    { title: $localize`Waiting today`, columns: WAITING_COLUMNS },
    { title: this.periodWords(), columns: EVENT_COLUMNS },
  ]);
  protected readonly lines = computed(() => [wholeTeam(this.team()), ...linesOf(this.team())]);

  protected said({ counts, isGone, coverWords }: TeamLine): string {
    const drifting = counts.standings['out of touch'] + counts.standings.overdue;
    const { unanswered } = counts.openRiskNotes;
    return [
      isGone ? $localize`no longer coaching` : '',
      coverWords,
      $localize`${counts.participantCount}:count: participants`,
      drifting ? $localize`${drifting}:count: drifting` : '',
      unanswered ? $localize`${unanswered}:count: risk notes wait` : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }
}
