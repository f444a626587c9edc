import { Component, computed, DestroyRef, effect, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { v7 as uuidv7 } from 'uuid';
import type { PossibleDuplicate, PossibleDuplicates, StayBegun } from '../../api/merging-contract';
import type { Problem } from '../../api/problem';
import { Icon } from '../look/icon';
import { problemOf } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
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
  imports: [Icon, KnownRecordCard, MatButton, NotSentYet, RouterLink],
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
                <p class="agrees">It has {{ agree(one.agreesIn) }}.</p>
                <app-known-record [record]="one" />
                <div class="row">
                  @if (isHere(one)) {
                    <a
                      matButton="outlined"
                      routerLink="/people"
                      [queryParams]="{ role: 'participant', find: one.preferredName }"
                      >Open {{ one.preferredName }}</a
                    >
                  } @else {
                    <button
                      matButton="tonal"
                      type="button"
                      [disabled]="!stay()['programId'] || sending.isSending()"
                      (click)="enrollAgain(one)"
                    >
                      Enroll {{ one.preferredName }} again
                    </button>
                  }
                </div>
                @if (!isHere(one)) {
                  <p class="quiet small">
                    {{
                      stay()['programId']
                        ? 'In the program and with the coach chosen below, from today. What was stays theirs.'
                        : 'Choose the program below first. What was stays theirs.'
                    }}
                  </p>
                }
              </li>
            }
          </ul>
          <p class="wrong" role="alert">{{ problem()?.detail }}</p>
          @if (sending.isLate()) {
            <app-not-sent-yet />
          }
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
    .wrong {
      font-weight: 550;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class KnownAlready {
  readonly who = input.required<WhoIsTyped>();
  /** The stay that is being typed for somebody new, as it is sent for somebody who was here before. */
  readonly stay = input.required<Record<string, unknown>>();
  /** Somebody who was here before is here again. */
  readonly enrolled = output<StayBegun & { name: string }>();
  /** It was refused, for a reason that the form can mend. */
  readonly refused = output<Problem>();

  private readonly api = inject(MergingApi);
  protected readonly sending = new Sending();
  protected readonly found = signal<PossibleDuplicates | null>(null);
  protected readonly problem = signal<Problem | null>(null);
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
  /** One for each person, so that enrolling sent again is one stay. */
  private readonly stayIds = new Map<string, string>();

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

  protected async enrollAgain({ participantId, preferredName }: PossibleDuplicate): Promise<void> {
    this.problem.set(null);
    const enrollmentId = this.stayIds.get(participantId) ?? uuidv7();
    this.stayIds.set(participantId, enrollmentId);
    try {
      const begun = await this.sending.send(() =>
        this.api.enrollAgain(participantId, { enrollmentId, ...this.stay() }),
      );
      this.enrolled.emit({ ...begun, name: preferredName });
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      this.refused.emit(problem);
    }
  }
}
