import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { CallAskedView, CallsOfParticipant } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { dayWords, timeOf } from '../look/time-words';
import { Session } from '../session/session';

/** The calls a participant asked for: the open one in their words, and what became of earlier ones. None shows nothing. */
@Component({
  selector: 'app-calls-of',
  imports: [Icon],
  template: `
    @if (calls.hasValue() && calls.value().items.length) {
      <section class="card stack" aria-labelledby="calls-title">
        <h2 id="calls-title">{{ open() ? 'Asked for a call' : 'Calls asked for' }}</h2>
        @if (open(); as call) {
          <div class="open">
            <app-icon name="phone" />
            <div>
              <p>
                <b>{{ when(call) }}</b>
              </p>
              @if (call.about) {
                <p class="said">“{{ call.about }}”</p>
              }
              @if (call.bestTime) {
                <p>Best time: {{ call.bestTime }}</p>
              }
              <p class="quiet small">
                It goes when somebody is in touch: log the contact as reached. Look below at what is safe
                before you call.
              </p>
            </div>
          </div>
        }
        @if (earlier().length) {
          <details>
            <summary>Earlier ({{ earlier().length }})</summary>
            <ul>
              @for (call of earlier(); track call.callId) {
                <li>
                  {{ when(call) }}: {{ call.state === 'withdrawn' ? 'taken back' : 'answered' }}
                  @if (call.about) {
                    <span class="quiet">“{{ call.about }}”</span>
                  }
                </li>
              }
            </ul>
          </details>
        }
      </section>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    .open {
      display: flex;
      gap: 16px;
    }
    .open > app-icon {
      color: var(--mat-sys-primary);
    }
    .said {
      font-family: var(--brand);
      font-size: 1.125rem;
    }
    summary {
      min-height: 48px;
      align-content: center;
      cursor: pointer;
    }
    li + li {
      margin-top: 8px;
    }
  `,
})
export class CallsOf {
  readonly participantId = input.required<string>();
  private readonly session = inject(Session);
  protected readonly calls = httpResource<CallsOfParticipant>(
    () => `/api/participants/${this.participantId()}/calls-asked-for`,
  );
  private readonly items = computed(() => (this.calls.hasValue() ? this.calls.value().items : []));
  protected readonly open = computed(() => this.items().find(({ state }) => state === 'open') ?? null);
  protected readonly earlier = computed(() => this.items().filter(({ state }) => state !== 'open'));

  constructor() {
    inject(Live).whenChanged(
      () => this.participantId(),
      () => this.calls.reload(),
    );
  }

  protected when({ askedAt, askedOn }: CallAskedView): string {
    const day = dayWords(askedOn, this.session.today(), pageLanguage());
    return `${day}, ${timeOf(askedAt, this.session.timeZone(), pageLanguage())}`;
  }
}
