import { Component, computed, inject } from '@angular/core';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { CoverCard } from './cover-card';
import { CoverForm } from './cover-form';
import { CoversApi } from './covers-api';

/** When somebody is away: who covers, from when through when, and what follows from it in words. */
@Component({
  imports: [CoverCard, CoverForm, Icon, ProblemPanel, Skeleton],
  template: `
    <div class="page">
      <header>
        <h1 data-page>Away and covered</h1>
        <p class="quiet">Nobody is left waiting while one of you rests.</p>
      </header>
      @if (covers.page.hasValue()) {
        @for (group of groups(); track group.title) {
          <section class="card stack" [attr.aria-label]="group.title">
            <h2>{{ group.title }}</h2>
            @for (cover of group.covers; track cover.coverId) {
              <app-cover-card [cover]="cover" />
            }
          </section>
        }
        <app-cover-form />
        <section class="stack follows" aria-labelledby="follows-title">
          <h2 id="follows-title">What follows by itself</h2>
          <ul class="stack">
            @for (line of follows(); track line) {
              <li>
                <app-icon name="check" /><span>{{ line }}</span>
              </li>
            }
          </ul>
        </section>
      } @else if (covers.page.error()) {
        <app-problem-panel [failure]="covers.page.error()" (again)="covers.page.reload()" />
      } @else {
        <app-skeleton [rows]="4" />
      }
    </div>
  `,
  styles: `
    .follows {
      padding-inline: clamp(4px, 3vw, 24px);
    }
    ul {
      gap: 12px;
    }
    li {
      display: flex;
      gap: 12px;
    }
    li app-icon {
      color: var(--mat-sys-primary);
    }
  `,
})
export class Away {
  protected readonly covers = inject(CoversApi);
  private readonly session = inject(Session);
  protected readonly groups = computed(() =>
    [
      { title: 'While you are away', covers: this.covers.own() },
      { title: 'You cover', covers: this.covers.coveredByMe() },
      { title: 'Others', covers: this.covers.others() },
    ].filter(({ covers }) => covers.length > 0),
  );
  protected readonly follows = computed(() => [
    ...FOLLOWS[this.session.isCoach() ? 'coach' : 'supervisor'],
    ...FOLLOWS.always,
  ]);
}

const FOLLOWS = {
  coach: [
    'Whoever covers sees your people on Today and on the caseload, marked for you, and may log with them. What they do stays in their name.',
    'A call somebody asks for is shown to whoever covers, and the person reads who that is.',
    'A colleague’s own record does not come along.',
  ],
  supervisor: [
    'Whoever covers has the team: its list, its risk notes with their clocks, and who walks with whom.',
    'They hear of a risk note first, and at the beginning of every note that waits. Who is away hears of it too.',
  ],
  always: [
    'Drafts, and what was put away for another day, stay with whom they are.',
    'It begins at midnight of the first day, today’s at once, and comes back by itself at midnight after the last.',
    'Whoever is away still reaches everything, and can end it at any moment.',
  ],
} as const;
