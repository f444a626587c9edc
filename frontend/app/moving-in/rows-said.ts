import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { pagesOf } from '../look/pages-of';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import type { SaidOfRow, Move, MoveRow } from '../../api/moving-contract';

/** Rows of a file with what is said about each, cell by cell. */
@Component({
  selector: 'app-rows-said',
  imports: [MatButton, ProblemPanel, Skeleton],
  template: `
    <ul>
      @for (row of list.items(); track row.row) {
        <li>
          <h3>
            Row {{ row.row }}<span class="quiet">{{ who(row) }}</span>
          </h3>
          @for (about of said(row); track $index) {
            <p>
              @if (about.column) {
                <b>{{ about.column }}:</b>
                @if (cell(row, about.column); as text) {
                  <q>{{ text }}</q>
                }
              }
              {{ about.words }}
            </p>
          }
        </li>
      }
    </ul>
    @if (list.failure()) {
      <app-problem-panel [failure]="list.failure()" (again)="list.more()" />
    } @else if (list.isAsking() && !list.items().length) {
      <app-skeleton [rows]="3" />
    } @else if (list.next()) {
      <button matButton="outlined" type="button" (click)="list.more()">Show more rows</button>
    }
  `,
  styles: `
    li {
      padding-block: 12px;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    h3 {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      font-size: 1rem;
      .quiet {
        font-weight: 400;
      }
    }
    q {
      margin-inline: 4px;
      padding: 1px 8px;
      border-radius: var(--mat-sys-corner-small);
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
    }
  `,
})
export class RowsSaid {
  readonly move = input.required<Move>();
  readonly what = input.required<'refused' | 'marked'>();

  protected readonly list = pagesOf<MoveRow>(() => ({
    url: `/api/moving-in/${this.move().moveId}/rows`,
    params: { what: this.what() },
  }));

  protected said(row: MoveRow): SaidOfRow[] {
    return this.what() === 'refused' ? row.refusals : row.marks;
  }

  /** Enough of a long note to know it again. */
  protected cell(row: MoveRow, name: string): string {
    const text = row.cells[this.move().columns.find((column) => column.name === name)?.index ?? -1] ?? '';
    return text.length > 80 ? `${text.slice(0, 80)}…` : text;
  }

  /** Whose row it is, as the file names them. */
  protected who(row: MoveRow): string {
    const named = ['name', 'firstName', 'lastName', 'externalId'].flatMap(
      (field) => this.move().columns.find((column) => column.field === field) ?? [],
    );
    const parts = named
      .filter(({ field }) => field !== 'externalId')
      .map(({ index }) => row.cells[index] ?? '');
    return (parts.join(' ').trim() || named.map(({ index }) => row.cells[index] ?? '').join(' ')).slice(
      0,
      80,
    );
  }
}
