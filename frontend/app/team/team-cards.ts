import { Component, computed, input } from '@angular/core';
import type { TeamPage } from '../../api/contract';
import { CONTACT_COLUMNS, RISK_COLUMNS, STANDING_COLUMNS } from './team-columns';
import { TeamNumber } from './team-number';

/** The team as cards, for a phone: one coach after the other, the whole team first. */
@Component({
  selector: 'app-team-cards',
  imports: [TeamNumber],
  template: `
    <ul class="stack">
      @for (row of rows(); track row.title) {
        <li class="card">
          <h2>
            {{ row.title }} <span class="quiet">{{ row.counts.participantCount }} participants</span>
          </h2>
          @for (group of groups; track group.title) {
            <h3>{{ group.title }}</h3>
            <dl>
              @for (column of group.columns; track column.label) {
                <div>
                  <dt>{{ column.label }}</dt>
                  <dd>
                    <app-team-number
                      [row]="row.counts"
                      [what]="column.what"
                      [coachId]="row.coachId"
                      [heard]="column.heard + ', ' + row.title"
                    />
                  </dd>
                </div>
              }
            </dl>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    .card {
      display: grid;
      gap: 4px;
    }
    h2 span {
      font: 400 0.9375rem var(--plain);
    }
    h3 {
      margin-top: 8px;
      color: var(--mat-sys-on-surface-variant);
      font: 550 0.875rem var(--plain);
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(92px, 1fr));
      gap: 4px;
    }
    dl div {
      display: flex;
      flex-direction: column-reverse;
      align-items: center;
      padding: 4px 2px 8px;
      border-radius: var(--mat-sys-corner-small);
      background: var(--mat-sys-surface-container-low);
    }
    dt {
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.875rem;
    }
    dd {
      font-size: 1.25rem;
    }
  `,
})
export class TeamCards {
  readonly team = input.required<TeamPage>();
  protected readonly groups = [
    { title: $localize`Participants today`, columns: STANDING_COLUMNS },
    { title: $localize`Last 30 days`, columns: CONTACT_COLUMNS },
    { title: $localize`Open risk notes`, columns: RISK_COLUMNS },
  ];
  protected readonly rows = computed(() => [
    { title: $localize`Whole team`, counts: this.team().totals, coachId: null as string | null },
    ...this.team().rows.map((row) => ({
      title: row.coach?.name ?? $localize`No coach`,
      counts: row,
      coachId: row.coach?.accountId ?? 'none',
    })),
  ]);
}
