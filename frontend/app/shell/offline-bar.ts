import { Component, signal } from '@angular/core';
import { Icon } from '../look/icon';

/** Says so when there is no signal, wherever one is in the app. */
@Component({
  selector: 'app-offline-bar',
  imports: [Icon],
  host: {
    role: 'status',
    '(window:offline)': 'isOffline.set(true)',
    '(window:online)': 'isOffline.set(false)',
  },
  template: `
    @if (isOffline()) {
      <p>
        <app-icon name="cloud" />
        <span i18n="@@offline">No signal. What you type is kept here and sent when it is back.</span>
      </p>
    }
  `,
  styles: `
    p {
      position: sticky;
      top: 0;
      z-index: 20;
      display: flex;
      justify-content: center;
      align-items: center;
      gap: 10px;
      padding: 10px 16px;
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
      font-weight: 550;
    }
  `,
})
export class OfflineBar {
  protected readonly isOffline = signal(!navigator.onLine);
}
