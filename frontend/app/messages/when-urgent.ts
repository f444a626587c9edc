import { httpResource } from '@angular/common/http';
import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OwnWays } from '../../api/contract';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { deliveryWords } from './delivery-words';
import { MailWay } from './mail-way';
import { OwnWaysApi } from './own-ways-api';
import { PushWay } from './push-way';

/** How often, and how many times, it is looked at what became of a test. */
const LOOK_AGAIN_MS = 2_000;
const LOOKS = 15;

/** How one is told when something urgent waits and nobody has the app open. */
@Component({
  selector: 'app-when-urgent',
  imports: [MailWay, MatButton, ProblemPanel, PushWay, Skeleton],
  template: `
    <section class="card stack" aria-labelledby="when-urgent">
      <h2 id="when-urgent">When it’s urgent</h2>
      @if (ways.hasValue()) {
        @let now = ways.value();
        <p class="quiet">How we reach you when something can’t wait and you are not here.</p>
        @if (!isReachable()) {
          <p><b>So far there is no way to reach you.</b> Choose at least one.</p>
        }
        <app-mail-way [mail]="now.mail" (changed)="ways.set($event)" />
        <hr />
        <app-push-way [devices]="now.devices" [pushKey]="now.pushKey" (changed)="ways.set($event)" />
        @if (isReachable()) {
          <hr />
          <div class="row">
            <button matButton="outlined" type="button" (click)="test()">Send me a test</button>
            <span role="status">{{ testWords() }}</span>
          </div>
          <p role="alert">{{ wrong() }}</p>
        }
      } @else if (ways.error()) {
        <app-problem-panel [failure]="ways.error()" (again)="ways.reload()" />
      } @else {
        <app-skeleton [rows]="2" />
      }
    </section>
  `,
  styles: `
    hr {
      inline-size: 100%;
      border: 0;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    [role='alert'] {
      color: var(--mat-sys-error);
    }
    p:empty {
      display: none;
    }
  `,
})
export class WhenUrgent {
  private readonly api = inject(OwnWaysApi);
  private readonly session = inject(Session);
  private looking: ReturnType<typeof setTimeout> | undefined;
  protected readonly ways = httpResource<OwnWays>(() => '/api/me/ways');
  protected readonly wrong = signal('');
  protected readonly isReachable = computed(
    () =>
      this.ways.hasValue() && (this.ways.value().mail.isConfirmed || this.ways.value().devices.length > 0),
  );
  protected readonly testWords = computed(() => {
    const test = this.ways.hasValue() ? this.ways.value().test : null;
    if (!test) return '';
    const zone = this.session.me()?.organization.timeZone ?? 'UTC';
    return `The test: ${test.deliveries.map((each) => deliveryWords(each, zone, 'en')).join(' · ')}.`;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.looking));
  }

  protected async test(): Promise<void> {
    this.wrong.set('');
    try {
      this.ways.set(await this.api.sendTest());
      this.lookAgain(LOOKS);
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }

  private lookAgain(left: number): void {
    clearTimeout(this.looking);
    this.looking = setTimeout(() => void this.look(left), LOOK_AGAIN_MS);
  }

  private async look(left: number): Promise<void> {
    const ways = await this.api.waysUnattended().catch(() => null);
    if (ways) this.ways.set(ways);
    const isOnItsWay = ways?.test?.deliveries.some(({ state, problem }) => state === 'waiting' && !problem);
    if (left > 1 && (!ways || isOnItsWay)) this.lookAgain(left - 1);
  }
}
