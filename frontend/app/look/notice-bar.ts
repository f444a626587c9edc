import { Component, inject } from '@angular/core';
import { Notices } from './notices';

/** The foot of the page, where `Notices` are said: always there for screen readers, seen while there is something. */
@Component({
  selector: 'app-notice-bar',
  host: {
    role: 'status',
    '(focusin)': 'notices.stay()',
    '(pointerenter)': 'notices.stay()',
    '(focusout)': 'notices.goAfter()',
    '(pointerleave)': 'notices.goAfter()',
  },
  template: `
    @if (notices.shown(); as notice) {
      <p>
        <span>{{ notice.words }}</span>
        @if (notice.action; as action) {
          <button type="button" (click)="notices.undo()">{{ action.label }}</button>
        }
      </p>
    }
  `,
  styles: `
    :host {
      position: fixed;
      inset: auto 0 calc(104px + env(safe-area-inset-bottom));
      z-index: 30;
      display: grid;
      justify-items: center;
      padding-inline: 16px;
      pointer-events: none;
    }
    p {
      display: flex;
      align-items: center;
      gap: 8px 16px;
      min-height: 52px;
      max-width: 560px;
      padding: 4px 8px 4px 20px;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-inverse-surface);
      color: var(--mat-sys-inverse-on-surface);
      box-shadow: var(--shadow);
      pointer-events: auto;
      animation: rise 160ms ease-out;
    }
    span {
      padding-block: 8px;
      margin-inline-end: 12px;
    }
    button {
      flex: none;
      min-height: 48px;
      padding: 0 16px;
      border: 0;
      border-radius: 24px;
      background: none;
      color: var(--mat-sys-inverse-primary);
      font-weight: 650;
      cursor: pointer;
    }
    button:focus-visible {
      outline-color: var(--mat-sys-inverse-primary);
    }
    @keyframes rise {
      from {
        translate: 0 12px;
        opacity: 0;
      }
    }
  `,
})
export class NoticeBar {
  protected readonly notices = inject(Notices);
}
