import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionLine } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { Session } from '../session/session';
import { lengthWords, namesOf, rhythmWords, withWhom } from './session-words';

/** A session in a list: with whom, when, and what it waits for. */
@Component({
  selector: 'app-session-item',
  imports: [Icon, RouterLink, When],
  template: `
    @let one = session();
    <a class="card" [routerLink]="['/sessions', one.sessionId]">
      <span class="what">
        <b>{{ whom() }}</b>
        <span class="quiet small">
          @if (one.heldOn) {
            <app-when [day]="one.heldOn" />, {{ length() }}
          } @else {
            <app-when [day]="one.plannedOn" [clock]="one.plannedTime" />, {{ rhythm() }}
          }
          @if (one.kind === 'group') {
            · group
          }
        </span>
      </span>
      @if (asks(); as names) {
        <span class="tag mine"><app-icon name="calendar" />{{ names }}</span>
      } @else if (one.maySign) {
        <span class="tag mine"><app-icon name="pen" />Waits for you</span>
      } @else if (one.waitsFor.length) {
        <span class="tag">Waits for {{ waits() }}</span>
      } @else if (one.plannedOn === today() && !one.heldOn) {
        <span class="tag mine"><app-icon name="sun" />Today</span>
      }
      <app-icon name="next" />
    </a>
  `,
  styles: `
    a {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      align-items: center;
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      background: var(--mat-sys-surface-container-low);
    }
    .what {
      display: grid;
      flex: 1 1 180px;
      gap: 2px;
    }
    b {
      font: 600 1.1875rem/1.3 var(--brand);
    }
    app-icon {
      inline-size: 1.2em;
    }
    .mine {
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
  `,
})
export class SessionItem {
  readonly session = input.required<SessionLine>();

  private readonly me = inject(Session);
  protected readonly asks = computed(() => {
    const open = this.session().moveRequests.filter(({ isKept }) => !isKept);
    if (open.length === 0) return '';
    if (this.me.isCoach()) return 'You asked for another time';
    const who = namesOf(open.map(({ coach }) => coach));
    return `${who} ${open.length > 1 ? 'ask' : 'asks'} for another time`;
  });
  protected readonly today = computed(() => this.me.today());
  protected readonly whom = computed(() => withWhom(this.session(), this.me.me()?.accountId));
  protected readonly waits = computed(() => namesOf(this.session().waitsFor));
  protected readonly length = computed(() => lengthWords(this.session().minutes ?? 0));
  protected readonly rhythm = computed(() => rhythmWords(this.session().everyDays));
}
