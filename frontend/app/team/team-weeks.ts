import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { TeamPage, TeamWeeks as Weeks } from '../../api/contract';
import { Live } from '../live/live';
import { Skeleton } from '../look/skeleton';
import { Trend } from '../look/trend';
import type { TrendOpens, TrendPoint } from '../look/trend-series';
import { ProblemPanel } from '../problems/problem-panel';

/** Reached and attempts by week: the whole team, then each coach, small and on one scale each, with a table behind it. */
@Component({
  selector: 'app-team-weeks',
  imports: [ProblemPanel, Skeleton, Trend],
  template: `
    @if (pictures(); as pictures) {
      <ul>
        @for (picture of pictures; track picture.coachId) {
          <li class="card">
            <app-trend
              name="Reached"
              [title]="picture.name"
              [points]="picture.reached"
              [second]="{ name: 'Attempts', points: picture.attempts }"
              [min]="0"
              [max]="picture.max"
              [bridges]="7"
            />
          </li>
        }
      </ul>
    } @else if (weeks.error()) {
      <app-problem-panel [failure]="weeks.error()" (again)="weeks.reload()" />
    } @else {
      <app-skeleton [rows]="3" />
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--gap);
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
    }
  `,
})
export class TeamWeeks {
  readonly team = input.required<TeamPage>();

  protected readonly weeks = httpResource<Weeks>(() => ({
    url: '/api/team/weeks',
    params: { to: this.team().to < this.team().today ? this.team().to : this.team().today },
  }));
  protected readonly pictures = computed(() => {
    if (!this.weeks.hasValue()) return null;
    const { weeks, rows } = this.weeks.value();
    const names = new Map(this.team().rows.map(({ coach }) => [coach?.accountId, coach?.name]));
    // coaches share a scale, so that one can be held against another
    const most = (of: typeof rows): number =>
      evenAbove(Math.max(1, ...of.flatMap((row) => [...row.reachedCounts, ...row.attemptCounts])));
    const [whole, ...coaches] = rows;
    return [...(whole ? [whole] : []), ...coaches.filter(({ coachId }) => names.has(coachId!))]
      .map((row) => ({
        coachId: row.coachId,
        name: row.coachId ? names.get(row.coachId)! : $localize`Whole team`,
        reached: pointsOf(row.reachedCounts, weeks, $localize`reached`, opens(row.coachId, 'reached')),
        attempts: pointsOf(row.attemptCounts, weeks, $localize`attempts`, opens(row.coachId, 'attempt')),
        max: most(row.coachId ? coaches : [row]),
      }))
      .sort((a, b) => (a.coachId ? 1 : 0) - (b.coachId ? 1 : 0) || a.name.localeCompare(b.name));
  });

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.weeks.reload(),
    );
  }
}

/** The middle of the scale is a whole number too. */
function evenAbove(count: number): number {
  return Math.ceil(count / 2) * 2;
}

type Week = Weeks['weeks'][number];

/** The contacts of a week behind a point: of a coach, or of the whole team. */
function opens(coachId: string | null, outcome: 'reached' | 'attempt'): (week: Week) => TrendOpens {
  return ({ from, to }) => ({ path: '/team/contacts', asked: { coachId, outcome, from, to } });
}

/** A week stands at its last day; nothing to open where nothing was. */
function pointsOf(
  counts: number[],
  weeks: Week[],
  words: string,
  opened: (week: Week) => TrendOpens,
): TrendPoint[] {
  return counts.map((value, index) => {
    const week = weeks[index]!;
    const says = `${value} ${words}`;
    return { on: week.to, value, says, ...(value ? { opens: opened(week) } : {}) };
  });
}
