import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Standing } from '../../api/contract';
import type { TeamCounts } from '../../api/contract';

/** What a number on the team page counts. */
export type Counted =
  | { standing: Standing | null }
  | { outcome: 'reached' | 'attempt' }
  | { promises: 'kept' }
  | { risk: 'urgent' | 'concern' | 'watch' };

/** The count itself. */
export function countOf(row: TeamCounts, what: Counted): number {
  if ('standing' in what) return what.standing === null ? row.participantCount : row.standings[what.standing];
  if ('outcome' in what) return what.outcome === 'reached' ? row.reachedCount : row.attemptCount;
  if ('promises' in what) return row.keptPromiseCount;
  return row.openRiskNotes[what.risk];
}

/** A number that opens to the list it counts; nothing to open at zero. */
@Component({
  selector: 'app-team-number',
  imports: [RouterLink],
  template: `
    @if (count()) {
      <a [routerLink]="link()" [queryParams]="asked()" [class.urgent]="isUrgent()"
        >{{ count() }}<span class="only-heard"> {{ heard() }}</span></a
      >
    } @else {
      <span class="none">0</span>
    }
  `,
  styles: `
    a,
    .none {
      display: inline-grid;
      place-items: center;
      min-inline-size: 48px;
      min-block-size: 48px;
      border-radius: var(--mat-sys-corner-small);
      font-variant-numeric: tabular-nums;
    }
    a {
      color: var(--mat-sys-on-surface);
      font-weight: 600;
      text-decoration-color: var(--mat-sys-outline);
    }
    a:hover {
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    .none {
      color: var(--mat-sys-on-surface-variant);
    }
    .urgent {
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
    }
  `,
})
export class TeamNumber {
  readonly row = input.required<TeamCounts>();
  readonly what = input.required<Counted>();
  /** The coach's id, `none` for no coach, null for everyone. */
  readonly coachId = input.required<string | null>();
  readonly heard = input('');

  protected readonly count = computed(() => countOf(this.row(), this.what()));
  protected readonly isUrgent = computed(() => {
    const what = this.what();
    return 'risk' in what && what.risk === 'urgent';
  });
  protected readonly link = computed(() => {
    const what = this.what();
    if ('standing' in what) return '/team/participants';
    if ('promises' in what) return '/team/promises';
    return 'outcome' in what ? '/team/contacts' : '/risk-notes';
  });
  protected readonly asked = computed(() => {
    const what = this.what();
    const coachId = this.coachId();
    if ('standing' in what) return { coachId, standing: what.standing };
    if ('promises' in what) return { coachId };
    if ('outcome' in what) return { coachId, outcome: what.outcome };
    // the list of risk notes holds others too: those a supervisor was told of
    return { coachId: coachId ?? 'team', level: what.risk };
  });
}
