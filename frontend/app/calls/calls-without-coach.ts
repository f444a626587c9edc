import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CallsWithoutCoach as Calls } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { sinceWords } from '../look/time-words';

/** Who would like a call and has no coach to see it, for the supervisors; nothing while there is nobody. */
@Component({
  selector: 'app-calls-without-coach',
  imports: [Icon, RouterLink],
  template: `
    @if (calls.hasValue() && calls.value().items.length) {
      <section class="card stack" aria-labelledby="waiting-calls-title">
        <h2 id="waiting-calls-title">They would like a call, and no coach sees it</h2>
        <ul>
          @for (call of calls.value().items; track call.callId) {
            <li>
              <app-icon name="phone" />
              <div>
                <a [routerLink]="['/participants', call.participantId]">{{ call.preferredName }}</a>
                <span class="quiet"> asked {{ since(call.askedAt) }}</span>
                @if (call.about) {
                  <p>“{{ call.about }}”</p>
                }
                @if (call.bestTime) {
                  <p class="quiet">Best time: {{ call.bestTime }}</p>
                }
              </div>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    li {
      display: flex;
      gap: 16px;
      padding-block: 8px;
    }
    li > app-icon {
      color: var(--mat-sys-primary);
    }
    a {
      font: 600 1.125rem var(--brand);
    }
  `,
})
export class CallsWithoutCoach {
  protected readonly calls = httpResource<Calls>(() => '/api/calls-asked-for/without-coach');

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.calls.reload(),
    );
  }

  protected since(at: string): string {
    return sinceWords(at, new Date(), pageLanguage());
  }
}
