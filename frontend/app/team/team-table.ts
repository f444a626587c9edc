import { Component, input } from '@angular/core';
import type { TeamPage } from '../../api/contract';
import { CONTACT_COLUMNS, RISK_COLUMNS, STANDING_COLUMNS } from './team-columns';
import { TeamNumber } from './team-number';

/** The team as a table, for a desk. */
@Component({
  selector: 'app-team-table',
  imports: [TeamNumber],
  template: `
    <div class="card">
      <table>
        <caption class="only-heard">
          Participants of each coach by standing, contacts of the last 30 days, open risk notes
        </caption>
        <thead>
          <tr class="groups">
            <td></td>
            <th scope="colgroup" [attr.colspan]="standings.length + 1">Participants today</th>
            <th scope="colgroup" colspan="3">Last 30 days</th>
            <th scope="colgroup" colspan="3">Open risk notes</th>
          </tr>
          <tr>
            <th scope="col" class="name">Coach</th>
            <th scope="col">All</th>
            @for (column of columns; track column.label; let index = $index) {
              <th scope="col" [class.begins]="begins(index)">{{ column.label }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of team().rows; track row.coach?.accountId) {
            <tr>
              <th scope="row" class="name">{{ row.coach?.name ?? 'No coach' }}</th>
              <td><app-team-number [row]="row" [what]="all" [coachId]="row.coach?.accountId ?? 'none'" /></td>
              @for (column of columns; track column.label; let index = $index) {
                <td [class.begins]="begins(index)">
                  <app-team-number
                    [row]="row"
                    [what]="column.what"
                    [coachId]="row.coach?.accountId ?? 'none'"
                    [heard]="column.heard + ', ' + (row.coach?.name ?? 'no coach')"
                  />
                </td>
              }
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" class="name">Team</th>
            <td><app-team-number [row]="team().totals" [what]="all" [coachId]="null" /></td>
            @for (column of columns; track column.label; let index = $index) {
              <td [class.begins]="begins(index)">
                <app-team-number
                  [row]="team().totals"
                  [what]="column.what"
                  [coachId]="null"
                  [heard]="column.heard + ', whole team'"
                />
              </td>
            }
          </tr>
        </tfoot>
      </table>
    </div>
  `,
  styleUrl: './team-table.scss',
})
export class TeamTable {
  readonly team = input.required<TeamPage>();
  protected readonly standings = STANDING_COLUMNS;
  protected readonly columns = [...STANDING_COLUMNS, ...CONTACT_COLUMNS, ...RISK_COLUMNS];
  protected readonly all = { standing: null };

  /** Whether a group of columns begins here, for the line between them. */
  protected begins(index: number): boolean {
    return index === STANDING_COLUMNS.length || index === STANDING_COLUMNS.length + CONTACT_COLUMNS.length;
  }
}
