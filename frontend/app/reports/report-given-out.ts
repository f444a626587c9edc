import { Component, input } from '@angular/core';
import type { ReportGivenOut } from '../../api/report-contract';
import { Icon } from '../look/icon';
import { reportDay } from './report-day';

/** Reports that were given out, whose days overlap with these or touch them: two together may tell what each hides. */
@Component({
  selector: 'app-report-given-out',
  imports: [Icon],
  template: `
    <app-icon name="alert" />
    <div>
      <strong>Given out before, about some of the same days</strong>
      <p>
        Whoever holds two such reports can set one against the other and may work out what each hides alone.
        Give out the same one again, or one whose days lie further apart.
      </p>
      <ul>
        @for (each of given(); track $index) {
          <li>
            <strong>{{ day(each.from) }} – {{ day(each.through) }}</strong
            >, {{ each.programName ?? 'all programs' }},
            {{ each.teamOf ? 'the team of ' + each.teamOf : 'the whole organization' }}: {{ each.givenBy }} on
            {{ day(each.givenOn) }}
          </li>
        }
      </ul>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: 12px;
      align-items: start;
    }
    app-icon {
      flex: none;
      color: var(--mat-sys-tertiary);
    }
    p {
      margin-block: 4px 8px;
    }
    li {
      padding-block: 4px;
    }
  `,
})
export class ReportsGivenOut {
  readonly given = input.required<readonly ReportGivenOut[]>();
  protected readonly day = reportDay;
}
