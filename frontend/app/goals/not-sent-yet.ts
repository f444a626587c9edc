import { Component } from '@angular/core';
import { Icon } from '../look/icon';

/** An answer was lost. Calm: the words are kept, and they are being sent again. */
@Component({
  selector: 'app-not-sent-yet',
  imports: [Icon],
  template: `<p role="status">
    <app-icon name="cloud" /><span i18n="@@goals.notSentYet"
      >Not sent yet, trying again. Your words are safe here.</span
    >
  </p>`,
  styles: `
    p {
      display: flex;
      gap: 10px;
      padding: 12px 16px;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-surface-container-high);
    }
  `,
})
export class NotSentYet {}
