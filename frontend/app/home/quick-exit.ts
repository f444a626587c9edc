import { Component } from '@angular/core';
import { Icon } from '../look/icon';
import { forgetAll } from '../session/kept-on-device';

/** A page that could be open on anybody's phone. */
const NEUTRAL_PLACE = 'https://www.weather.gov';

/**
 * Leaves at once: the session ends, and this page is replaced rather than left, so that Back does not show it.
 * The request outlives the page.
 */
export function leaveQuickly(): void {
  void fetch('/api/sign-out', {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  forgetAll();
  document.body.replaceChildren();
  location.replace(NEUTRAL_PLACE);
}

@Component({
  selector: 'app-quick-exit',
  imports: [Icon],
  // A page kept by the browser for Back is asked for again, and then nobody is signed in.
  host: { '(window:pageshow)': 'shownAgain($event)' },
  template: `
    <button type="button" (click)="leave()">
      <app-icon name="leave" /><span i18n="@@quickExit">Leave this page now</span>
    </button>
  `,
  styles: `
    button {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-height: 48px;
      padding: 0 18px 0 14px;
      border: 0;
      border-radius: 999px;
      background: var(--mat-sys-inverse-surface);
      color: var(--mat-sys-inverse-on-surface);
      font-weight: 600;
      cursor: pointer;
    }
  `,
})
export class QuickExit {
  protected leave = leaveQuickly;

  protected shownAgain(event: PageTransitionEvent): void {
    if (event.persisted) location.reload();
  }
}
