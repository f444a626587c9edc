import { Component, computed, input } from '@angular/core';
import type { ReportedTable, ReportPage } from '../../api/report-contract';
import { reportDay } from './report-day';

/** What each number of a table counts, from when to when, and on whose clock. */
@Component({
  selector: 'app-report-meanings',
  template: `
    <p class="quiet small">{{ table().says }}</p>
    <details>
      <summary>
        What each number counts<span class="only-heard"> in {{ table().name }}</span>
      </summary>
      <p>{{ days() }}</p>
      <dl>
        @for (column of table().columns; track column.key) {
          <div>
            <dt>{{ column.name }}</dt>
            <dd>{{ column.says }}</dd>
          </div>
        }
      </dl>
    </details>
  `,
  styles: `
    summary {
      inline-size: fit-content;
      min-block-size: 48px;
      padding-block: 12px;
      color: var(--mat-sys-primary);
      font-weight: 600;
      cursor: pointer;
    }
    dl {
      display: grid;
      gap: 6px 24px;
      margin-block: 8px 0;
    }
    dt {
      font-weight: 600;
    }
    dd {
      margin: 0;
      color: var(--mat-sys-on-surface-variant);
    }
    @media (min-width: 900px) {
      dl {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    @media print {
      details:not([open]) {
        display: none;
      }
      summary {
        min-block-size: 0;
        padding-block: 4px;
      }
    }
  `,
})
export class ReportMeanings {
  readonly table = input.required<ReportedTable>();
  readonly report = input.required<Pick<ReportPage, 'from' | 'through' | 'today' | 'timeZone'>>();

  protected readonly days = computed(() => {
    const { from, through, today, timeZone } = this.report();
    const [first, last, now] = [from, through, today].map(reportDay);
    const zone = timeZone.replaceAll('_', ' ');
    if (this.table().key === 'standing') return $localize`Counted for today, ${now}:day:, in ${zone}:zone:.`;
    if (this.table().key === 'retention')
      return $localize`Counted: stays begun from ${first}:first: through ${last}:last:, followed through today, ${now}:day:, by the days of ${zone}:zone:.`;
    return $localize`Counted: ${first}:first: through ${last}:last:, both days whole, midnight to midnight in ${zone}:zone:.`;
  });
}
