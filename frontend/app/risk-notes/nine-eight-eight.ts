import { Component } from '@angular/core';
import { Icon } from '../look/icon';

/** 988 in one line, beside what is urgent. */
@Component({
  selector: 'app-nine-eight-eight',
  imports: [Icon],
  template: `
    <p>
      <span i18n="@@988.title">988 Suicide and Crisis Lifeline</span>
      <a href="tel:988"><app-icon name="phone" /><span i18n="@@988.call">Call 988</span></a>
      <a href="sms:988"><app-icon name="text" /><span i18n="@@988.text">Text 988</span></a>
      <a href="https://chat.988lifeline.org" target="_blank" rel="noreferrer"
        ><app-icon name="text" /><span i18n="@@988.chat">Chat</span></a
      >
    </p>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 16px;
      font-size: 0.9375rem;
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 48px;
      color: var(--mat-sys-error);
      font-weight: 600;
    }
    app-icon {
      inline-size: 1.2em;
    }
  `,
})
export class NineEightEight {}
