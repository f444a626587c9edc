import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseloadItem, RiskNote, TeamPage } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Skeleton } from '../look/skeleton';
import { ticking } from '../look/ticking';
import { sinceWords } from '../look/time-words';
import { LevelTag } from '../risk-notes/level-tag';
import { StandingChip } from '../standing/standing-chip';

const MOST_NOTES = 4;
const MOST_PEOPLE = 6;

/** What needs an answer first: risk notes that nobody has answered, and who is drifting, worst first, with the fact. */
@Component({
  selector: 'app-team-first',
  imports: [Icon, LevelTag, RouterLink, Skeleton, StandingChip],
  template: `
    <section class="card" aria-labelledby="first-notes">
      <h2 id="first-notes">Notes that wait</h2>
      @if (notes.hasValue()) {
        <ul>
          @for (note of notes.value().items.slice(0, mostNotes); track note.riskNoteId) {
            <li>
              <span class="who">
                <a [routerLink]="['/risk-notes', note.riskNoteId]">{{ note.participantName }}</a>
                <app-level-tag [level]="note.level" />
              </span>
              <span class="quiet">raised {{ since(note.raisedAt) }} by {{ note.raisedBy.name }}</span>
            </li>
          } @empty {
            <li class="quiet calm"><app-icon name="check" />Every risk note has an answer.</li>
          }
        </ul>
        @if (notes.value().items.length > mostNotes) {
          <a class="all" routerLink="/risk-notes" [queryParams]="{ coachId: 'team', answer: 'waiting' }"
            >All {{ notes.value().items.length }} that wait</a
          >
        }
      } @else {
        <app-skeleton [rows]="2" />
      }
    </section>
    <section class="card" aria-labelledby="first-people">
      <h2 id="first-people">Who is drifting</h2>
      @if (people.hasValue()) {
        <ul>
          @for (item of people.value().items.slice(0, mostPeople); track item.participantId) {
            <li>
              <span class="who">
                <a [routerLink]="['/participants', item.participantId]">{{ item.preferredName }}</a>
                <span class="quiet">{{ item.coachName ?? 'No coach' }}</span>
              </span>
              <app-standing-chip [view]="item.standing" />
            </li>
          } @empty {
            <li class="quiet calm"><app-icon name="check" />Nobody is overdue. A good day.</li>
          }
        </ul>
        @if (drifting() > mostPeople) {
          <a class="all" routerLink="/team/participants" [queryParams]="{ standing: 'drifting' }"
            >All {{ drifting() }} who are drifting</a
          >
        }
      } @else {
        <app-skeleton [rows]="4" />
      }
    </section>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap);
      grid-template-columns: minmax(0, 1fr);
      align-items: start;
    }
    @media (min-width: 1000px) {
      :host {
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      }
    }
    h2 {
      font-size: 1.25rem;
    }
    li {
      display: grid;
      gap: 4px;
      padding-block: 10px;
    }
    li + li {
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    .who {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 4px 12px;
    }
    .who a,
    .all {
      display: inline-grid;
      align-items: center;
      min-block-size: 48px;
    }
    .who a {
      color: inherit;
      font: 600 1.125rem var(--brand);
    }
    .calm {
      display: flex;
      align-items: center;
      gap: 12px;
    }
  `,
})
export class TeamFirst {
  readonly team = input.required<TeamPage>();

  protected readonly mostNotes = MOST_NOTES;
  protected readonly mostPeople = MOST_PEOPLE;
  protected readonly notes = httpResource<{ items: RiskNote[] }>(
    () => '/api/risk-notes?state=open&coachId=team&answer=waiting',
  );
  protected readonly people = httpResource<{ items: CaseloadItem[] }>(
    () => '/api/team/participants?standing=drifting',
  );
  private readonly now = ticking();

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => [this.notes.reload(), this.people.reload()].every(Boolean),
    );
  }

  protected drifting(): number {
    const { standings } = this.team().totals;
    return standings['out of touch'] + standings.overdue;
  }

  protected since(at: string): string {
    return sinceWords(at, this.now(), pageLanguage());
  }
}
