import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NextOfMine } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { Session } from '../session/session';
import { withWhom } from './session-words';

/** The coach's next supervision, in a line; nothing while nothing is planned. */
@Component({
  selector: 'app-next-session',
  imports: [Icon, RouterLink, When],
  template: `
    @if (session(); as one) {
      <a class="small" [routerLink]="['/sessions', one.sessionId]">
        <app-icon name="together" />
        <span
          >Supervision with {{ whom() }}: <app-when [day]="one.plannedOn" [clock]="one.plannedTime"
        /></span>
      </a>
    }
  `,
  styles: `
    a {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 48px;
      color: var(--mat-sys-on-surface-variant);
    }
    app-icon {
      inline-size: 1.2em;
    }
  `,
})
export class NextSession {
  private readonly asked = httpResource<NextOfMine>(() => '/api/supervision-sessions/next');
  private readonly me = inject(Session);
  protected readonly session = computed(() => (this.asked.hasValue() ? this.asked.value().session : null));
  protected readonly whom = computed(() => withWhom(this.session()!, this.me.me()?.accountId));
}
