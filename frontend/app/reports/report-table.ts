import { Component, computed, input } from '@angular/core';
import type { ReportedTable, ReportRow } from '../../api/report-contract';
import { cellWords } from './cell-words';
import { SECTIONS } from './report-sections';

/** The numbers themselves: the whole, then the sections asked for, each of which adds up to it. */
@Component({
  selector: 'app-report-table',
  template: `
    <div class="scrolls" tabindex="0" role="region" [attr.aria-label]="table().name + ', the numbers'">
      <table>
        <caption class="only-heard">
          {{
            table().name
          }}
        </caption>
        <thead>
          <tr>
            <td></td>
            @for (column of table().columns; track column.key) {
              <th scope="col">{{ column.name }}</th>
            }
          </tr>
        </thead>
        @for (section of sections(); track section.of) {
          <tbody [class.whole]="section.of === 'whole'">
            @if (section.name) {
              <tr>
                <th scope="rowgroup" class="section" [attr.colspan]="table().columns.length + 1">
                  {{ section.name }}
                </th>
              </tr>
            }
            @for (row of section.rows; track row.id) {
              <tr>
                <th scope="row">{{ row.name }}</th>
                @for (cell of row.cells; track $index) {
                  <td [class.hidden]="cell.isHidden">{{ words(cell, table().columns[$index]!.kind) }}</td>
                }
              </tr>
            }
          </tbody>
        }
      </table>
    </div>
  `,
  styles: `
    .scrolls {
      overflow-x: auto;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      font-variant-numeric: tabular-nums;
    }
    thead th {
      min-inline-size: 68px;
      padding: 6px 5px;
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.8125rem;
      font-weight: 550;
      line-height: 1.25;
      overflow-wrap: normal;
      text-align: end;
      vertical-align: bottom;
    }
    tbody th {
      position: sticky;
      inset-inline-start: 0;
      max-inline-size: 190px;
      min-inline-size: 110px;
      padding: 10px 12px 10px 0;
      background: var(--mat-sys-surface-container-lowest);
      font-weight: 550;
      overflow-wrap: anywhere;
      text-align: start;
    }
    tbody th.section {
      padding-block: 18px 4px;
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.8125rem;
    }
    tbody td {
      padding: 10px 5px;
      text-align: end;
      white-space: nowrap;
    }
    tbody tr {
      border-block-start: 1px solid var(--mat-sys-outline-variant);
    }
    .whole th,
    .whole td {
      font-weight: 700;
    }
    td.hidden {
      color: var(--mat-sys-on-surface-variant);
      font-style: italic;
      font-weight: 400;
    }
  `,
})
export class ReportTable {
  readonly table = input.required<ReportedTable>();
  /** Beside the whole and its kinds. */
  readonly split = input.required<readonly ReportRow['of'][]>();

  protected readonly words = cellWords;
  protected readonly sections = computed(() =>
    [...Map.groupBy(this.table().rows, ({ of }) => of)]
      .filter(([of]) => of === 'whole' || of === 'kind' || this.split().includes(of))
      .map(([of, rows]) => ({ of, rows, name: SECTIONS[of] })),
  );
}
