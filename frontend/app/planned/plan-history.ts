import { httpResource } from '@angular/common/http';
import { Component, effect, inject, input, untracked } from '@angular/core';
import type { PlannedContactHistory } from '../../api/contract';
import { Skeleton } from '../look/skeleton';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { PlannedApi } from './planned-api';
import { PlannedWords } from './planned-words';

/** What was planned before, and what became of each: who moved it, from what to what, and why. */
@Component({
  selector: 'app-plan-history',
  imports: [PlannedWords, ProblemPanel, Skeleton, When],
  template: `
    @if (history.hasValue()) {
      <ol>
        @for (line of history.value().items; track line.plannedContactId) {
          <li>
            <app-planned-words [planned]="line" [dated]="true" />
            <span class="small quiet">
              planned by {{ line.coachName }} <app-when [day]="dayOf(line.madeAt)" [dated]="true" />
            </span>
            @if (line.ended; as ended) {
              <span class="small">
                @switch (ended.as) {
                  @case ('reached') {
                    Reached.
                  }
                  @case ('called off') {
                    Called off by {{ ended.by.name }} <app-when [day]="dayOf(ended.at)" [dated]="true" />:
                    {{ ended.reason }}
                  }
                  @case ('rescheduled') {
                    Moved by {{ ended.by.name }} <app-when [day]="dayOf(ended.at)" [dated]="true" />
                    @if (ended.movedTo; as to) {
                      to <app-planned-words [planned]="to" [dated]="true" />
                    }
                    {{ ended.reason ? ': ' + ended.reason : '' }}
                  }
                  @case ('died') {
                    Not to be any more.
                  }
                  @default {
                    Taken back with the contact it was planned in, which was voided.
                  }
                }
              </span>
            } @else if (line.isMissed) {
              <span class="small"><b>Missed</b>, and still open.</span>
            } @else {
              <span class="small">Next.</span>
            }
          </li>
        }
      </ol>
    } @else if (history.error()) {
      <app-problem-panel [failure]="history.error()" (again)="history.reload()" />
    } @else {
      <app-skeleton [rows]="2" />
    }
  `,
  styles: `
    ol {
      display: grid;
      gap: 12px;
    }
    li {
      display: grid;
      gap: 2px;
    }
  `,
})
export class PlanHistory {
  readonly participantId = input.required<string>();

  private readonly session = inject(Session);
  protected readonly history = httpResource<PlannedContactHistory>(
    () => `/api/participants/${encodeURIComponent(this.participantId())}/planned-contacts`,
  );

  constructor() {
    const api = inject(PlannedApi);
    let before = api.changes();
    effect(() => {
      const now = api.changes();
      if (now !== before) untracked(() => this.history.reload());
      before = now;
    });
  }

  protected dayOf(at: string): string {
    return dayOf(at, this.session.timeZone());
  }
}
