import { Component, inject, signal } from '@angular/core';
import { Icon } from '../look/icon';
import { Live } from './live';

/** Says so when what others change has not been arriving for a while. Without signal another bar says more. */
@Component({
  selector: 'app-live-bar',
  imports: [Icon],
  host: {
    role: 'status',
    '(window:offline)': 'isOffline.set(true)',
    '(window:online)': 'isOffline.set(false)',
  },
  template: `
    @if (live.isLost() && !isOffline()) {
      <p>
        <app-icon name="clock" />
        <span i18n="@@live.lost">This page may be out of date. We are trying to catch up.</span>
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      justify-content: center;
      align-items: center;
      gap: 10px;
      padding: 6px 16px;
      background: var(--mat-sys-surface-container-high);
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class LiveBar {
  protected readonly live = inject(Live);
  protected readonly isOffline = signal(!navigator.onLine);
}
