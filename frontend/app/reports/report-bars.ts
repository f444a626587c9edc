import { Component, computed, input } from '@angular/core';
import type { ReportedTable } from '../../api/report-contract';
import { barsOf } from './bars';

/** A table as a picture, its table beneath it. */
@Component({
  selector: 'app-report-bars',
  template: `
    <ul aria-hidden="true">
      @for (bar of bars(); track bar.name) {
        <li>
          <span>{{ bar.name }}</span>
          <span class="way"
            ><span
              class="bar"
              [class.hidden]="bar.isHidden"
              [style.inline-size.%]="bar.isHidden ? 100 : bar.length"
            ></span
          ></span>
          <b>{{ bar.says }}</b>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: fit-content(38%) minmax(0, 1fr) auto;
      gap: 10px 14px;
    }
    li {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
      align-items: center;
    }
    .way {
      display: block;
      block-size: 18px;
      border-radius: 9px;
      background: var(--mat-sys-surface-container);
      print-color-adjust: exact;
    }
    .bar {
      display: block;
      block-size: 100%;
      border-radius: 9px;
      background: var(--mat-sys-primary);
      print-color-adjust: exact;
    }
    .bar.hidden {
      background: repeating-linear-gradient(
        -45deg,
        var(--mat-sys-outline-variant) 0 4px,
        transparent 4px 10px
      );
    }
    b {
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class ReportBars {
  readonly table = input.required<ReportedTable>();
  protected readonly bars = computed(() => barsOf(this.table()));
}
