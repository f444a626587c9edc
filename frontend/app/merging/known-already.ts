import { Component, computed, DestroyRef, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { PossibleDuplicates } from '../../api/merging-contract';
import { Icon } from '../look/icon';
import { KnownRecordCard } from './known-record';
import { MergingApi } from './merging-api';
import { agreeWords, isHereNow } from './record-words';

/** What has been typed of somebody new so far, as far as it tells who they are. */
export interface WhoIsTyped {
  legalName: string;
  preferredName: string;
  phone: string;
}

/** How long nothing is typed before it asks, in milliseconds. */
const PAUSE = 500;

/**
 * Beside the form for somebody new: who may be here already, in what they agree, and the way to go on with them. It
 * stands in nobody's way: whoever knows that it is somebody else goes on typing.
 */
@Component({
  selector: 'app-known-already',
  imports: [Icon, KnownRecordCard, MatButton, RouterLink],
  template: `
    <p class="only-heard" role="status">{{ heard() }}</p>
    @if (found(); as found) {
      @if (found.items.length) {
        <section class="card stack" aria-labelledby="known-title">
          <div>
            <h2 id="known-title"><app-icon name="people" />This may be somebody you already know</h2>
            <p class="quiet">If it is somebody else, just go on.</p>
          </div>
          <ul class="stack">
            @for (one of found.items; track one.participantId) {
              <li class="stack one">
                <p class="agrees">{{ one.preferredName }} has {{ agree(one.agreesIn) }}.</p>
                <app-known-record [record]="one" />
                <div>
                  <a
                    matButton="tonal"
                    [routerLink]="['/participants', one.participantId, 'stays']"
                    [queryParams]="isHere(one) ? null : { again: true }"
                    >{{
                      isHere(one)
                        ? 'See the stays of ' + one.preferredName
                        : 'Enroll ' + one.preferredName + ' again'
                    }}</a
                  >
                </div>
              </li>
            }
          </ul>
        </section>
      } @else if (found.isNumberOfSomebodyElse) {
        <p class="card">
          Somebody who is not with your team has this number. An administrator sees who, under People.
        </p>
      }
    }
  `,
  styles: `
    section {
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
    }
    section .quiet {
      color: inherit;
    }
    h2 {
      display: flex;
      gap: 10px;
      font-size: 1.125rem;
    }
    .one {
      gap: 8px;
      padding: 16px;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-surface-container-lowest);
      color: var(--mat-sys-on-surface);
    }
    .agrees {
      font-weight: 600;
    }
  `,
})
export class KnownAlready {
  readonly who = input.required<WhoIsTyped>();

  private readonly api = inject(MergingApi);
  protected readonly found = signal<PossibleDuplicates | null>(null);
  protected readonly agree = agreeWords;
  protected readonly isHere = isHereNow;
  protected readonly heard = computed(() => {
    const names = this.found()?.items.map(({ preferredName }) => preferredName) ?? [];
    return names.length ? `This may be somebody you already know: ${names.join(', ')}` : '';
  });
  private readonly typed = computed(
    () => {
      const { legalName, preferredName, phone } = this.who();
      return { legalName: legalName.trim(), preferredName: preferredName.trim(), phone: phone.trim() };
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
    effect(() => {
      const who = this.typed();
      clearTimeout(this.timer);
      if (!who.legalName && !who.preferredName && !who.phone) this.found.set(null);
      else this.timer = setTimeout(() => void this.ask(who), PAUSE);
    });
  }

  /** A hint that could not be fetched is none: the form goes on without. */
  private async ask(who: WhoIsTyped): Promise<void> {
    const found = await this.api.whoIsThis(who).catch(() => null);
    if (who === this.typed()) this.found.set(found);
  }
}
