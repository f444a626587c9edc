import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TeamPage } from '../../api/contract';
import type { Column } from './team-columns';
import { linesOf, wholeTeam } from './team-lines';
import { TeamLoad } from './team-load';
import { TeamNumber } from './team-number';

/** Some numbers of the team as a table, for a desk: a row for each coach, those with no coach, and the sum. */
@Component({
  selector: 'app-team-table',
  imports: [RouterLink, TeamLoad, TeamNumber],
  template: `
    <table>
      <caption>
        {{
          title()
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="name">Coach</th>
          @for (column of columns(); track column.label) {
            <th scope="col">{{ column.label }}</th>
          }
          @if (hasLoad()) {
            <th scope="col" class="load">Load</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (line of lines(); track line.coachId) {
          <tr>
            <th scope="row" class="name">
              @if (hasLoad() && line.load && !line.isGone) {
                <a [routerLink]="['/coaches', line.coachId, 'load']"
                  >{{ line.name }}<span class="only-heard">: what they are meant to carry</span></a
                >
              } @else {
                {{ line.name }}
              }
              @if (line.isGone) {
                <span class="quiet">no longer coaching</span>
              }
              @if (line.coverWords) {
                <span class="quiet">{{ line.coverWords }}</span>
              }
            </th>
            @for (column of columns(); track column.label) {
              <td>
                <app-team-number
                  [counts]="line.counts"
                  [column]="column"
                  [coachId]="line.coachId"
                  [whose]="line.name"
                  [period]="team()"
                />
              </td>
            }
            @if (hasLoad()) {
              <td class="load">
                @if (line.load; as load) {
                  <app-team-load [load]="load" [coachId]="line.coachId" [whose]="line.name" />
                }
              </td>
            }
          </tr>
        }
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" class="name">{{ whole().name }}</th>
          @for (column of columns(); track column.label) {
            <td>
              <app-team-number
                [counts]="whole().counts"
                [column]="column"
                [coachId]="null"
                [whose]="whole().name"
                [period]="team()"
              />
            </td>
          }
          @if (hasLoad()) {
            <td class="load"><app-team-load [load]="team().load" [whose]="whole().name" /></td>
          }
        </tr>
      </tfoot>
    </table>
  `,
  styleUrl: './team-table.scss',
})
export class TeamTable {
  readonly team = input.required<TeamPage>();
  readonly title = input.required<string>();
  readonly columns = input.required<Column[]>();
  readonly hasLoad = input(false);

  protected readonly lines = computed(() => linesOf(this.team()));
  protected readonly whole = computed(() => wholeTeam(this.team()));
}
