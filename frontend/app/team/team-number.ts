import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TeamCounts, TeamPage } from '../../api/contract';
import type { Column } from './team-columns';

/** A number that opens to the list it counts; nothing to open at zero. */
@Component({
  selector: 'app-team-number',
  imports: [RouterLink],
  template: `
    @if (count()) {
      <a [routerLink]="column().path" [queryParams]="asked()" [class.urgent]="column().isUrgent"
        >{{ count() }}<span class="only-heard"> {{ column().heard }}, {{ whose() }}</span></a
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
  readonly counts = input.required<TeamCounts>();
  readonly column = input.required<Column>();
  /** The coach's id, `none` for no coach, null for everyone. */
  readonly coachId = input.required<string | null>();
  /** Read out: "Rosa Delgado". */
  readonly whose = input.required<string>();
  readonly period = input.required<Pick<TeamPage, 'from' | 'to'>>();

  protected readonly count = computed(() => this.column().count(this.counts()));
  protected readonly asked = computed(() => {
    const { path, asked, isOfPeriod } = this.column();
    const { from, to } = this.period();
    // the list of risk notes holds others too: those a supervisor was told of
    const coachId = this.coachId() ?? (path === '/risk-notes' ? 'team' : null);
    return { coachId, ...asked, ...(isOfPeriod ? { from, to } : {}) };
  });
}
