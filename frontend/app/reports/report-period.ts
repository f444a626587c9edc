import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { ReportPage } from '../../api/report-contract';
import { namedPeriods } from './periods';

/** From a day through a day: by name, or any two. It stands in the address, so that a report can be opened again. */
@Component({
  selector: 'app-report-period',
  imports: [MatButton, RouterLink],
  template: `
    <nav aria-label="Period of the report">
      @for (each of named(); track each.key) {
        <a
          [routerLink]="[]"
          [queryParams]="{ from: each.from, through: each.through }"
          queryParamsHandling="merge"
          [replaceUrl]="true"
          [attr.aria-current]="chosen() === each.key ? 'true' : null"
          >{{ each.name }}</a
        >
      }
      <button
        type="button"
        [attr.aria-expanded]="isChoosing()"
        [class.chosen]="chosen() === null"
        (click)="isChoosing.set(!isChoosing())"
      >
        Other days
      </button>
    </nav>
    @if (isChoosing()) {
      <form (submit)="choose($event, first.value, last.value)">
        <div class="field">
          <label for="report-from">From</label>
          <input #first id="report-from" type="date" min="1900-01-01" required [value]="report().from" />
        </div>
        <div class="field">
          <label for="report-through">Through</label>
          <input #last id="report-through" type="date" min="1900-01-01" required [value]="report().through" />
        </div>
        <button matButton="filled" type="submit">Report on these days</button>
        @if (isTurned()) {
          <p class="wrong" role="alert">
            Choose both days, and a last day that does not come before the first.
          </p>
        }
      </form>
    }
  `,
  styleUrl: '../look/period.scss',
})
export class ReportPeriod {
  readonly report = input.required<Pick<ReportPage, 'today' | 'from' | 'through'>>();

  private readonly router = inject(Router);
  protected readonly isChoosing = signal(false);
  protected readonly isTurned = signal(false);
  protected readonly named = computed(() => namedPeriods(this.report().today));
  /** The name of the period shown; null for days of one's own. */
  protected readonly chosen = computed(() => {
    const { from, through } = this.report();
    return this.named().find((each) => each.from === from && each.through === through)?.key ?? null;
  });

  protected choose(event: Event, from: string, through: string): void {
    event.preventDefault();
    this.isTurned.set(!from || !through || from > through);
    if (this.isTurned()) return;
    this.isChoosing.set(false);
    void this.router.navigate([], {
      queryParams: { from, through },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
