import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { HoursOfCoach, SupervisionHours as Hours } from '../../api/contract';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf, wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { lengthWords } from './session-words';

/** Hours of supervision by coach, for a certification: what both sides signed, over any period. */
@Component({
  imports: [FormField, Icon, MatButton, ProblemPanel, RouterLink, Skeleton],
  template: `
    <div class="page">
      <header>
        @if (!isAdministrator()) {
          <a matButton class="back" routerLink="/sessions"><app-icon name="back" />Sessions</a>
        }
        <h1 data-page>Hours of supervision</h1>
        <p class="quiet">They count once both sides have signed.</p>
      </header>
      <form class="row" (submit)="$event.preventDefault()" novalidate>
        <div class="field">
          <label for="hours-from">From</label>
          <input id="hours-from" type="date" [formField]="fields.from" />
        </div>
        <div class="field">
          <label for="hours-to">Through</label>
          <input id="hours-to" type="date" [formField]="fields.to" />
        </div>
      </form>
      @if (wrong()) {
        <p class="wrong" role="alert">{{ wrong() }}</p>
      } @else if (asked.hasValue()) {
        <ul class="stack">
          @for (one of asked.value().coaches; track one.coach.accountId) {
            <li class="card">
              <h2>{{ one.coach.name }}</h2>
              <dl>
                <div>
                  <dt>Individual</dt>
                  <dd>{{ said(one.individual) }}</dd>
                </div>
                <div>
                  <dt>Group</dt>
                  <dd>{{ said(one.group) }}</dd>
                </div>
                <div>
                  <dt>Together</dt>
                  <dd>
                    <b>{{ together(one) }}</b>
                  </dd>
                </div>
              </dl>
              @if (one.toSignCount) {
                <p class="quiet small">
                  {{ one.toSignCount === 1 ? 'One session has' : one.toSignCount + ' sessions have' }} yet to
                  be signed by both.
                </p>
              }
            </li>
          } @empty {
            <li class="empty"><p>No session was held in this time.</p></li>
          }
        </ul>
      } @else if (asked.error()) {
        <app-problem-panel [failure]="asked.error()" (again)="asked.reload()" />
      } @else {
        <app-skeleton [rows]="2" />
      }
    </div>
  `,
  styles: `
    .back {
      margin-inline-start: -16px;
    }
    .card {
      display: grid;
      gap: 12px;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
      gap: 12px;
    }
    dt {
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.9375rem;
    }
    .wrong {
      color: var(--mat-sys-error);
      font-weight: 550;
    }
  `,
})
export class SupervisionHours {
  private readonly session = inject(Session);
  protected readonly isAdministrator = computed(() => this.session.me()?.role === 'administrator');
  private readonly period = linkedSignal(() => {
    const to = this.session.today();
    return { from: `${Number(to.slice(0, 4)) - 1}${to.slice(4).replace('02-29', '02-28')}`, to };
  });
  protected readonly fields = form(this.period);
  protected readonly asked = httpResource<Hours>(() => {
    const { from, to } = this.period();
    return from && to ? { url: '/api/supervision-hours', params: { from, to } } : undefined;
  });
  protected readonly wrong = computed(() => {
    const failure = this.asked.error();
    return failure ? wrongWith(problemOf(failure), 'to') : null;
  });

  protected said({ sessionCount, minutes }: HoursOfCoach['individual']): string {
    if (sessionCount === 0) return 'none';
    return `${lengthWords(minutes)}, in ${sessionCount} ${sessionCount === 1 ? 'session' : 'sessions'}`;
  }

  protected together({ individual, group }: HoursOfCoach): string {
    return lengthWords(individual.minutes + group.minutes);
  }
}
