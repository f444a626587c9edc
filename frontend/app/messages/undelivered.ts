import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { Undelivered as Message, UndeliveredList } from '../../api/contract';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { deliveryWords } from './delivery-words';

const UNDELIVERED = '/api/messages/undelivered';
/** Most tries have ended by then. */
const TRYING_MS = 5_000;

/** Who was to be told of something and was not, for the administrator: never of what. Nothing shows while all is well. */
@Component({
  selector: 'app-undelivered',
  imports: [MatButton, When],
  template: `
    @if (list.hasValue() && (list.value().items.length || !list.value().isMailSetUp)) {
      <section class="card stack" aria-labelledby="undelivered">
        <h2 id="undelivered">Messages that did not arrive</h2>
        @if (!list.value().isMailSetUp) {
          <p class="quiet">E-mail is not set up on this server, so nobody is told that way (MAIL_URL).</p>
        }
        @if (list.value().items.length) {
          <ul class="stack">
            @for (message of list.value().items; track message.messageId) {
              <li>
                <b>{{ message.name }}</b>, since <app-when [day]="day(message)" [clock]="clock(message)" />
                <p class="small">{{ became(message) }}</p>
              </li>
            }
          </ul>
          <div class="row">
            @if (isSomeWaiting()) {
              <button matButton="outlined" type="button" (click)="tryNow()">Try now</button>
            }
            <span role="status">{{ said() }}</span>
          </div>
        }
      </section>
    }
  `,
})
export class Undelivered {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  protected readonly list = httpResource<UndeliveredList>(() => UNDELIVERED);
  protected readonly said = signal('');
  protected readonly isSomeWaiting = computed(
    () =>
      this.list.hasValue() &&
      this.list.value().items.some(({ deliveries }) => deliveries.some(({ state }) => state === 'waiting')),
  );
  private looking: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.looking));
  }

  private zone(): string {
    return this.session.me()?.organization.timeZone ?? 'UTC';
  }

  protected day({ toldAt }: Message): string {
    return dayOf(toldAt, this.zone());
  }

  protected clock({ toldAt }: Message): string {
    return new Date(toldAt).toLocaleTimeString('en-GB', {
      timeZone: this.zone(),
      hour: '2-digit',
      minute: '2-digit',
    });
  }

  protected became({ deliveries, name }: Message): string {
    if (!deliveries.length) return `${name} has not said how to be reached: on their page “You”.`;
    return deliveries.map((each) => deliveryWords(each, this.zone(), 'en')).join(' · ');
  }

  protected async tryNow(): Promise<void> {
    try {
      this.list.set(await firstValueFrom(this.http.post<UndeliveredList>(`${UNDELIVERED}/try-now`, {})));
      this.said.set('Being tried now.');
      this.looking = setTimeout(() => {
        this.said.set('');
        this.list.reload();
      }, TRYING_MS);
    } catch (failure) {
      this.said.set(problemOf(failure).detail);
    }
  }
}
