import { Component, input } from '@angular/core';
import { Icon } from '../look/icon';

/** Help in one tap, always on screen: 988 and the people who know you. */
@Component({
  selector: 'app-help-bar',
  imports: [Icon],
  template: `
    <aside aria-labelledby="help-title">
      <b id="help-title" i18n="@@help.title">Need help now?</b>
      <a class="first" href="tel:988"><app-icon name="phone" /><span i18n="@@help.call">Call 988</span></a>
      <a href="sms:988"><app-icon name="text" /><span i18n="@@help.text">Text 988</span></a>
      @if (phone(); as phone) {
        <a [href]="'tel:' + phone.replaceAll(other, '')">
          <app-icon name="phone" />
          <span><span class="only-heard" i18n="@@help.us">Call us:</span> {{ phone }}</span>
        </a>
      }
    </aside>
  `,
  styles: `
    :host {
      position: sticky;
      bottom: 0;
      z-index: 5;
      display: block;
      background: var(--mat-sys-surface-container-low);
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    aside {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: 8px;
      padding: 10px 16px calc(10px + env(safe-area-inset-bottom));
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 48px;
      padding: 0 14px 0 10px;
      border-radius: 999px;
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
      font-weight: 600;
      text-decoration: none;
      white-space: nowrap;
    }
    /* on a small phone three of them side by side, the drawing above the words */
    @media (max-width: 479px) {
      aside {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        gap: 2px 8px;
        padding-inline: 8px;
      }
      b {
        grid-column: 1 / span 2;
        font-size: 0.875rem;
      }
      a {
        grid-row: 2;
        flex-direction: column;
        justify-content: center;
        gap: 2px;
        padding: 6px 2px;
        border-radius: 18px;
        font-size: 0.875rem;
        line-height: 1.2;
        text-align: center;
        white-space: normal;
      }
    }
    .first {
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
    }
  `,
})
export class HelpBar {
  readonly phone = input<string | null>(null);
  protected readonly other = /[^+\d]/g;
}
