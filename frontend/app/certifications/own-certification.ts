import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { CoachCertification, OwnHeld } from '../../api/certification-contract';
import { askingAgain } from '../live/asking-again';
import { Live } from '../live/live';
import { Session } from '../session/session';
import { rightWords, thenWords } from './certification-words';

/** On a coach's own page: what they are certified as, what happens when it ends, and what was released meanwhile. */
@Component({
  selector: 'app-own-certification',
  imports: [MatButton, RouterLink],
  template: `
    <section class="card stack" aria-labelledby="own-certification-title">
      <h2 id="own-certification-title">Your certification</h2>
      @if (page.hasValue()) {
        @let right = page.value().right;
        <p>{{ rightWords(right) }}</p>
        @if (right.isPressing) {
          <p class="quiet">{{ thenWords(right) }}</p>
        }
      }
      @if (held.hasValue()) {
        @let own = held.value();
        @if (own.heldCount) {
          <p>
            {{ own.heldCount === 1 ? 'One contact is held' : own.heldCount + ' contacts are held' }}. Nothing
            is lost: your supervisor looks at them.
          </p>
        }
        @if (own.released.length) {
          <p>{{ releasedWords() }}</p>
          <div>
            <button matButton type="button" (click)="seen()">Good to know</button>
          </div>
        }
      }
      <div>
        <a matButton="outlined" routerLink="/certification">
          Open<span class="only-heard"> your certification</span>
        </a>
      </div>
    </section>
  `,
})
export class OwnCertification {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  protected readonly page = httpResource<CoachCertification>(() => {
    const id = this.session.me()?.accountId;
    return id ? `/api/coaches/${id}/certification` : undefined;
  });
  protected readonly held = httpResource<OwnHeld>(() => '/api/me/held-contacts');
  protected readonly rightWords = rightWords;
  protected readonly thenWords = thenWords;
  protected readonly releasedWords = computed(() => {
    const released = this.held.value()?.released ?? [];
    const names = [...new Set(released.map(({ releasedBy }) => releasedBy.name))].join(' and ');
    const count = released.length === 1 ? 'one contact' : `${released.length} contacts`;
    return `${names} released ${count} of yours. They count everywhere now.`;
  });

  constructor() {
    const live = inject(Live);
    live.whenChanged(() => null, askingAgain(this.page));
    live.whenChanged(() => null, askingAgain(this.held));
  }

  protected async seen(): Promise<void> {
    await firstValueFrom(this.http.put('/api/me/held-contacts/seen', {}));
    this.held.reload();
  }
}
