import { Component, inject } from '@angular/core';
import { Icon } from '../look/icon';
import { Session } from '../session/session';

/** 988 and the organization's own way, before anything else. */
@Component({
  selector: 'app-crisis-panel',
  imports: [Icon],
  template: `
    <section class="stack" aria-label="Help now" role="alert">
      <h2>First: are they safe right now?</h2>
      <p>
        Stay with them, or stay on the line. The 988 Suicide and Crisis Lifeline helps you as well as them.
      </p>
      <div class="row">
        <a href="tel:988"><app-icon name="phone" />Call 988</a>
        <a href="sms:988"><app-icon name="text" />Text 988</a>
        <a href="https://chat.988lifeline.org" target="_blank" rel="noreferrer"
          ><app-icon name="text" />Chat with 988</a
        >
        @if (organization?.phone; as phone) {
          <a [href]="'tel:' + phone.replaceAll(other, '')"><app-icon name="phone" />{{ phone }}</a>
        }
      </div>
      @if (organization?.crisisProtocol; as protocol) {
        <p><b>What we do here:</b> {{ protocol }}</p>
      }
    </section>
  `,
  styles: `
    section {
      padding: 20px;
      border-radius: var(--mat-sys-corner-large);
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-height: 52px;
      padding: 0 20px 0 16px;
      border-radius: 999px;
      background: var(--mat-sys-error);
      color: var(--mat-sys-on-error);
      font-weight: 600;
      text-decoration: none;
    }
  `,
})
export class CrisisPanel {
  protected readonly organization = inject(Session).me()?.organization;
  protected readonly other = /[^+\d]/g;
}
