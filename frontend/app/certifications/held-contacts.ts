import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { HeldContact, HeldContacts } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { TextField } from '../people/text-field';
import { ProblemPanel } from '../problems/problem-panel';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf, wrongWith } from '../problems/problem-words';
import { CertificationsApi } from './certifications-api';

/** Contacts logged without a certification: they wait here for the supervisor, and count for no report until then. */
@Component({
  imports: [Icon, MatButton, ProblemPanel, ProblemSummary, RouterLink, Skeleton, TextField, When],
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
                <form class="stack" (submit)="save($event, held)" novalidate>
                  <app-text-field
                    fieldId="held-words"
                    [label]="
                      asks() === 'word'
                        ? 'How do you know it was as it should be?'
                        : 'What should they look at?'
                    "
                    [hint]="
                      asks() === 'word'
                        ? 'It then stands under your name, with this reason.'
                        : 'They are told once. It stays held.'
                    "
                    [wrong]="wrong()"
                    [value]="words()"
                    (valueChange)="words.set($event)"
                  />
                  <div class="row">
                    <button matButton="filled" type="submit" [disabled]="isSaving()">
                      {{ asks() === 'word' ? 'Release it' : 'Send it back' }}
                    </button>
                    <button matButton type="button" (click)="opened.set('')">Not now</button>
                  </div>
                </form>
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
  protected readonly words = signal('');
  protected readonly isSaving = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly wrong = signal<string | null>(null);

  protected nameOf({ contact }: HeldContact): string {
    return `the contact with ${contact.participantName || 'somebody'} on ${contact.occurredOn}`;
  }

  protected open({ contact }: HeldContact, asks: 'word' | 'back'): void {
    this.asks.set(asks);
    this.words.set('');
    this.wrong.set(null);
    this.opened.set(contact.contactId);
  }

  protected async save(event: Event, held: HeldContact): Promise<void> {
    event.preventDefault();
    if (!this.words().trim()) return this.wrong.set('A few words are needed here.');
    this.wrong.set(null);
    if (this.asks() === 'word') return this.release([held], this.words());
    await this.during(async () => {
      await this.api.sendBack(held.contact, this.words());
      return 'Sent back. It stays held until they answer.';
    });
  }

  protected release(held: HeldContact[], reason?: string): Promise<void> {
    return this.during(async () => {
      const contacts = held.map(({ contact: { contactId, version } }) => ({ contactId, version }));
      const { releasedIds, left } = await this.api.release(contacts, reason);
      const said =
        releasedIds.length === 1
          ? 'One contact is released.'
          : `${releasedIds.length} contacts are released.`;
      if (left.length === 0) return said;
      const why = left.some((each) => each.why === 'changed')
        ? 'changed meanwhile; look at it once more'
        : 'was settled by somebody else meanwhile';
      return `${releasedIds.length ? said + ' ' : ''}${left.length} ${why}.`;
    });
  }

  private async during(step: () => Promise<string>): Promise<void> {
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      void this.notices.say(await step());
      this.opened.set('');
      this.page.reload();
    } catch (failure) {
      const problem = problemOf(failure);
      if (this.opened())
        this.wrong.set(wrongWith(problem, 'reason') ?? wrongWith(problem, 'words') ?? problem.detail);
      else this.problem.set(problem);
    } finally {
      this.isSaving.set(false);
    }
  }
}
