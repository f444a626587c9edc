import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Session } from '../session/session';
import { clockWords } from './answer-clock-words';
import { WaitingNotesWatch } from './waiting-notes-watch';

/** On top of every page of a supervisor while an urgent note waits, with one tap to it. It names nobody. */
@Component({
  selector: 'app-waiting-bar',
  imports: [Icon, RouterLink],
  template: `
    <div role="status">
      @if (watch.waiting(); as waiting) {
        @if (waiting.riskNoteId; as id) {
          <a [routerLink]="['/risk-notes', id]">
            <app-icon name="alert" />
            <span>
              <b>{{ waits() }}</b>
              {{ clock() }}
            </span>
            <app-icon name="next" />
          </a>
        }
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      position: sticky;
      top: 0;
      z-index: 9;
    }
    a {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 12px;
      min-height: 52px;
      padding: 8px 16px;
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
      text-decoration: none;
      line-height: 1.3;
    }
    b {
      margin-right: 6px;
    }
  `,
})
export class WaitingBar {
  private readonly session = inject(Session);
  protected readonly watch = inject(WaitingNotesWatch);
  protected readonly waits = computed(() =>
    this.watch.count() === 1 ? 'An urgent risk note waits.' : `${this.watch.count()} urgent risk notes wait.`,
  );
  protected readonly clock = computed(() => {
    const answerBy = this.watch.waiting()?.answerBy;
    if (!answerBy) return '';
    const timeZone = this.session.timeZone();
    return clockWords(answerBy, { now: this.watch.now(), timeZone, language: pageLanguage() });
  });
}
