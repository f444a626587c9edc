import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { SupervisionSessions } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { SessionItem } from './session-item';

/** Supervision sessions: what is planned, what waits for a signature, what was held. */
@Component({
  imports: [Icon, MatButton, ProblemPanel, RouterLink, SessionItem, Skeleton],
  template: `
    <div class="page">
      <header class="head">
        <h1 data-page>Supervision</h1>
        <div class="row">
          @if (isSupervisor() && asked.value()?.team?.length) {
            <a matButton="filled" routerLink="plan"><app-icon name="plus" />Plan a session</a>
          }
          <a matButton="outlined" routerLink="hours"><app-icon name="clock" />Hours</a>
        </div>
      </header>
      @if (asked.hasValue()) {
        @let page = asked.value();
        @if (isEmpty()) {
          <div class="empty">
            <app-icon name="together" />
            @if (!isSupervisor()) {
              <p>
                Nothing is planned yet. Once a supervisor plans a session with you it stands here, with an
                agenda that begins with what went well.
              </p>
            } @else if (page.team.length) {
              <p>
                Nothing is planned yet. Choose a coach and a rhythm: agendas and the sessions after it plan
                themselves.
              </p>
              <a matButton="filled" routerLink="plan">Plan the first session</a>
            } @else {
              <p>No coach reports to you yet. An administrator says who does, under People.</p>
            }
          </div>
        }
        @if (page.toSign.length) {
          <section class="stack" aria-labelledby="to-sign">
            <h2 id="to-sign">Begun, to be signed</h2>
            <ul class="stack">
              @for (one of page.toSign; track one.sessionId) {
                <li><app-session-item [session]="one" /></li>
              }
            </ul>
          </section>
        }
        @if (page.planned.length) {
          <section class="stack" aria-labelledby="planned">
            <h2 id="planned">Planned</h2>
            <ul class="stack">
              @for (one of page.planned; track one.sessionId) {
                <li><app-session-item [session]="one" /></li>
              }
            </ul>
          </section>
        }
        @if (!isEmpty() && without().length) {
          <section class="stack" aria-labelledby="without">
            <h2 id="without">Nothing planned with</h2>
            <div class="row">
              @for (coach of without(); track coach.accountId) {
                <a matButton="tonal" routerLink="plan" [queryParams]="{ coachId: coach.accountId }">
                  <app-icon name="plus" /><span class="only-heard">Plan a session with </span>{{ coach.name }}
                </a>
              }
            </div>
          </section>
        }
        @if (page.held.length) {
          <section class="stack" aria-labelledby="held">
            <h2 id="held">Held</h2>
            <ul class="stack">
              @for (one of page.held; track one.sessionId) {
                <li><app-session-item [session]="one" /></li>
              }
            </ul>
          </section>
        }
      } @else if (asked.error()) {
        <app-problem-panel [failure]="asked.error()" (again)="asked.reload()" />
      } @else {
        <app-skeleton [rows]="4" />
      }
    </div>
  `,
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 16px;
      align-items: center;
      justify-content: space-between;
    }
    section {
      gap: 12px;
    }
    ul.stack {
      gap: 12px;
    }
  `,
})
export class Sessions {
  protected readonly asked = httpResource<SupervisionSessions>(() => '/api/supervision-sessions');
  private readonly session = inject(Session);
  protected readonly isSupervisor = computed(() => this.session.me()?.role === 'supervisor');
  protected readonly isEmpty = computed(() => {
    const page = this.asked.value();
    return !!page && page.planned.length + page.toSign.length + page.held.length === 0;
  });
  protected readonly without = computed(() =>
    (this.asked.value()?.team ?? []).filter(({ plannedOn }) => plannedOn === null),
  );

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.asked.reload(),
    );
  }
}
