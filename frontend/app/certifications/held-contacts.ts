import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { HeldContact, HeldContacts, ReleasedContacts } from '../../api/certification-contract';
import type { Problem } from '../../api/problem';
import { askingAgain } from '../live/asking-again';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import { CertificationsApi } from './certifications-api';
import { WordsForm } from './words-form';

/** Contacts logged without a certification: they wait here for the supervisor, and count for no report until then. */
@Component({
  imports: [Icon, MatButton, ProblemPanel, ProblemSummary, RouterLink, Skeleton, When, WordsForm],
  template: `
    <div class="page">
      <header>
        <a matButton class="back" routerLink="/team"><app-icon name="back" />Team</a>
        <h1 data-page>Held contacts</h1>
        <p class="quiet">
          Logged on a day without a certification. They count for who is in touch; for reports only once you
          release them.
        </p>
      </header>
      @if (page.hasValue()) {
        <app-problem-summary [problem]="problem()" kept="Nothing was released." />
        @if (coveredOnes().length) {
          <section class="card stack">
            <p>
              <b>{{ coveredOnes().length === 1 ? 'One is' : coveredOnes().length + ' are' }} covered</b> by a
              certification that was entered since.
            </p>
            <div>
              <button
                matButton="filled"
                type="button"
                [disabled]="isSaving()"
                (click)="release(coveredOnes())"
              >
                Release {{ coveredOnes().length === 1 ? 'it' : 'all ' + coveredOnes().length }}
              </button>
            </div>
          </section>
        }
        <ul class="stack">
          @for (held of page.value().items; track held.contact.contactId) {
            <li class="card stack">
              <p>
                <b>{{ held.contact.participantName || 'Somebody who moved on' }}</b>
                · <app-when [day]="held.contact.occurredOn" [clock]="held.contact.occurredTime" /> ·
                {{ held.contact.coach.name }}
              </p>
              @if (held.contact.sharedNote) {
                <p class="note">{{ held.contact.sharedNote }}</p>
              }
              @if (held.contact.teamNote) {
                <p class="note quiet">{{ held.contact.teamNote }}</p>
              }
              @if (held.covered) {
                <p>
                  <span class="tag">covered by {{ held.covered }}</span>
                </p>
              }
              @if (held.askedWords) {
                <p class="small"><b>Sent back:</b> {{ held.askedWords }}</p>
              }
              <div class="row">
                @if (held.covered) {
                  <button matButton="filled" type="button" [disabled]="isSaving()" (click)="release([held])">
                    Release<span class="only-heard"> {{ nameOf(held) }}</span>
                  </button>
                } @else {
                  <button matButton="outlined" type="button" (click)="open(held, 'word')">
                    Release under your word<span class="only-heard"> {{ nameOf(held) }}</span>
                  </button>
                }
                @if (!held.askedWords) {
                  <button matButton type="button" (click)="open(held, 'back')">
                    Send back<span class="only-heard"> {{ nameOf(held) }}</span>
                  </button>
                }
              </div>
              @if (opened() === held.contact.contactId) {
                @if (asks() === 'word') {
                  <app-words-form
                    [keptAs]="'release ' + held.contact.contactId"
                    label="How do you know it was as it should be?"
                    hint="It then stands under your name, with this reason."
                    action="Release it"
                    [send]="releaseUnderWord(held)"
                    (done)="done()"
                    (closed)="opened.set('')"
                  />
                } @else {
                  <app-words-form
                    [keptAs]="'send back ' + held.contact.contactId"
                    label="What should they look at?"
                    hint="They are told once. It stays held."
                    action="Send it back"
                    [send]="sendBack(held)"
                    (done)="done()"
                    (closed)="opened.set('')"
                  />
                }
              }
            </li>
          } @empty {
            <li class="empty"><p>Nothing is held. Everybody’s contacts stand on their certification.</p></li>
          }
        </ul>
        @if (page.value().isMore) {
          <p class="quiet">There are more; they follow as these are settled.</p>
        }
      } @else if (page.error()) {
        <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
      } @else {
        <app-skeleton [rows]="3" />
      }
    </div>
  `,
  styles: `
    .back {
      margin-inline-start: -16px;
    }
    li.card {
      gap: 8px;
    }
    .note {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class HeldContactsPage {
  /** One coach alone, from the address. */
  readonly coach = input<string>();

  private readonly api = inject(CertificationsApi);
  private readonly notices = inject(Notices);
  protected readonly page = httpResource<HeldContacts>(() =>
    this.coach() ? `/api/held-contacts?coachId=${this.coach()}` : '/api/held-contacts',
  );
  protected readonly coveredOnes = computed(() =>
    this.page.hasValue() ? this.page.value().items.filter(({ covered }) => covered !== null) : [],
  );
  /** Which one is being written about, and what for. */
  protected readonly opened = signal('');
  protected readonly asks = signal<'word' | 'back'>('word');
  protected readonly isSaving = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    inject(Live).whenChanged(() => null, askingAgain(this.page));
  }

  protected nameOf({ contact }: HeldContact): string {
    return `the contact with ${contact.participantName || 'somebody'} on ${contact.occurredOn}`;
  }

  protected open({ contact }: HeldContact, asks: 'word' | 'back'): void {
    this.asks.set(asks);
    this.opened.set(contact.contactId);
  }

  protected releaseUnderWord(held: HeldContact): (words: string) => Promise<unknown> {
    return async (words) => {
      const released = await this.api.release(asSeen([held]), words);
      if (released.left.length === 0) return this.say(released);
      this.page.reload();
      return leftWords(released);
    };
  }

  protected sendBack({ contact }: HeldContact): (words: string) => Promise<void> {
    return async (words) => {
      await this.api.sendBack(contact, words);
      void this.notices.say('Sent back. It stays held until they answer.');
    };
  }

  protected done(): void {
    this.opened.set('');
    this.page.reload();
  }

  protected async release(held: HeldContact[]): Promise<void> {
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      this.say(await this.api.release(asSeen(held)));
      this.page.reload();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }

  private say(released: ReleasedContacts): void {
    const count = released.releasedIds.length;
    const said = count === 1 ? 'One contact is released.' : `${count} contacts are released.`;
    const left = leftWords(released);
    void this.notices.say([count || !left ? said : '', left].filter(Boolean).join(' '));
  }
}

/** Of those that were not released, why. */
function leftWords({ left }: ReleasedContacts): string {
  if (left.length === 0) return '';
  const why = left.some((each) => each.why === 'changed')
    ? 'changed meanwhile; look at it once more'
    : 'was settled by somebody else meanwhile';
  return `${left.length === 1 ? 'One' : left.length} ${why}.`;
}

/** One that was changed since it was seen is handed back. */
function asSeen(held: HeldContact[]): { contactId: string; version: number }[] {
  return held.map(({ contact: { contactId, version } }) => ({ contactId, version }));
}
