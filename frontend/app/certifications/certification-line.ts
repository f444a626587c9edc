import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PressingCertifications } from '../../api/certification-contract';
import { askingAgain } from '../live/asking-again';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Session } from '../session/session';
import { ownPressingWords, teamPressingWords } from './certification-words';

/** What of certifications is to be seen before anybody looks for it: one quiet line, and nothing when there is nothing. */
@Component({
  selector: 'app-certification-line',
  imports: [Icon, RouterLink],
  template: `
    @if (words(); as words) {
      <a [routerLink]="session.isCoach() ? '/certification' : '/certifications'"
        ><app-icon name="calendar" /><span>{{ words }}</span
        ><app-icon name="next"
      /></a>
    }
  `,
  styles: `
    :host:not(:has(a)) {
      display: none;
    }
    a {
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 48px;
      padding: 4px 16px;
      border-radius: var(--mat-sys-corner-large);
      background: var(--mat-sys-surface-container);
      color: var(--mat-sys-on-surface);
      text-decoration: none;
    }
    span {
      flex: 1;
    }
  `,
})
export class CertificationLine {
  protected readonly session = inject(Session);
  private readonly asked = httpResource<PressingCertifications>(() => '/api/pressing-certifications');
  protected readonly words = computed(() => {
    if (!this.asked.hasValue()) return '';
    return this.session.isCoach()
      ? ownPressingWords(this.asked.value())
      : teamPressingWords(this.asked.value());
  });

  constructor() {
    inject(Live).whenChanged(() => null, askingAgain(this.asked));
  }
}
