import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import type { SignInPage } from '../../api/contract';
import { HelpBar } from '../home/help-bar';
import { DoorStep } from '../sign-in/door-step';

/** Where somebody comes whose account was disabled while they read: calm, in their language, with nothing of theirs. */
@Component({
  imports: [DoorStep, HelpBar],
  template: `
    <app-door-step>
      <div class="card stack">
        <h1 data-page i18n="@@closed.title">Your page is closed for now</h1>
        <p i18n="@@closed.kept">
          Nothing of yours is left on this phone. What you wrote before is safe with us.
        </p>
        @if (phone(); as phone) {
          <p i18n="@@closed.call">If you think this is a mistake, talk to your coach, or call {{ phone }}.</p>
        } @else {
          <p i18n="@@closed.talk">If you think this is a mistake, talk to your coach.</p>
        }
      </div>
    </app-door-step>
    <app-help-bar [phone]="phone()" />
  `,
  styles: `
    .card {
      max-width: 480px;
      margin-inline: auto;
    }
  `,
})
export class Closed {
  private readonly organization = localStorage.getItem('alongside.organization');
  private readonly door = httpResource<SignInPage>(() =>
    this.organization ? `/api/sign-in/${encodeURIComponent(this.organization)}` : undefined,
  );

  protected phone(): string | null {
    return this.door.hasValue() ? this.door.value().phone || null : null;
  }
}
