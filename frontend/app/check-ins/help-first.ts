import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CheckInForm } from '../../api/contract';
import { Icon } from '../look/icon';
import { Session } from '../session/session';

/** What helps in a heavy moment, before anything else is said. */
@Component({
  selector: 'app-help-first',
  imports: [Icon, RouterLink],
  template: `
    <section class="card stack" aria-labelledby="help-first-title">
      <h2 id="help-first-title" i18n="@@helpFirst.title">You can talk to someone right now</h2>
      <div class="ways">
        <a class="button" href="tel:988"
          ><app-icon name="phone" /><span i18n="@@helpFirst.call">Call 988, day and night</span></a
        >
        <a class="button soft" href="sms:988"
          ><app-icon name="text" /><span i18n="@@helpFirst.text">Text 988</span></a
        >
        @if (phone(); as number) {
          <a class="button soft" [href]="'tel:' + digits()"
            ><app-icon name="phone" /><span i18n="@@helpFirst.us">Call us: {{ number }}</span></a
          >
        }
        <a class="button soft" routerLink="/plan/now"
          ><app-icon name="heart" /><span i18n="@@helpFirst.plan">What helps me, from my plan</span></a
        >
      </div>
      @if (said().hasSafePlace === false) {
        <p>
          <span i18n="@@helpFirst.place">No safe place to stay? They know of places, day and night:</span
          >&ngsp;<a href="tel:211" i18n="@@helpFirst.211">Call 211</a>
        </p>
      }
    </section>
  `,
  styles: `
    section {
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
      box-shadow: none;
    }
    .ways {
      display: grid;
      gap: 10px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
    }
    .soft {
      background: var(--mat-sys-surface-container-lowest);
      color: var(--mat-sys-on-surface);
    }
    p a {
      display: inline-flex;
      align-items: center;
      min-height: 48px;
      color: inherit;
      font-weight: 600;
    }
  `,
})
export class HelpFirst {
  readonly said = input.required<Pick<CheckInForm, 'hasSafePlace'>>();
  protected readonly phone = inject(Session).organizationPhone;
  protected readonly digits = computed(() => this.phone()?.replaceAll(/[^+\d]/g, '') ?? '');
}
