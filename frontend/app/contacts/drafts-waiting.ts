import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { Draft } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { dayOf, dayWords, timeOf } from '../look/time-words';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { ContactsApi } from './contacts-api';
import { letGoOfUnsent, unsentOf } from './unsent-drafts';

interface Waiting {
  draftId: string;
  participantId: string | null;
  name: string | null;
  savedAt: string;
  isUnsent: boolean;
  /** When their stay was closed, after which it can't be logged; null while it can. */
  closedOn: string | null;
}

/** Offers the words that were being typed: on this device or, from the server, on another. */
@Component({
  selector: 'app-drafts-waiting',
  imports: [Icon, MatButton, RouterLink, When],
  template: `
    @for (draft of shown(); track draft.draftId) {
      <div class="card">
        <p>
          <app-icon name="pen" />
          <span>
            You were writing about <b>{{ draft.name ?? 'someone' }}</b>, {{ when(draft.savedAt) }}
            @if (draft.isUnsent) {
              <span class="quiet">(only on this device so far)</span>
            }
            @if (draft.closedOn; as day) {
              <span class="closed">
                Their stay was closed on <app-when [day]="day" [dated]="true" />, so this can't be logged. The
                words are kept until you discard them.
              </span>
            }
          </span>
        </p>
        <div class="row">
          <a
            matButton="filled"
            [routerLink]="draft.participantId ? ['/log', draft.participantId] : ['/log']"
            [queryParams]="{ draft: draft.draftId }"
            >{{ draft.closedOn ? 'Read it' : 'Continue' }}</a
          >
          <button matButton type="button" (click)="discard(draft)">Discard</button>
        </div>
      </div>
    }
    @if (waiting().length > shown().length) {
      <button matButton type="button" (click)="isAll.set(true)">
        {{ waiting().length - shown().length }} more {{ waiting().length === 2 ? 'draft' : 'drafts' }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    :host:empty {
      display: none;
    }
    .card {
      display: grid;
      gap: 8px;
      padding: 16px 20px;
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
      box-shadow: none;
    }
    p {
      display: flex;
      gap: 12px;
    }
    .quiet {
      color: inherit;
    }
    .closed {
      display: block;
      margin-top: 8px;
    }
  `,
})
export class DraftsWaiting {
  /** Only drafts about this participant. */
  readonly about = input<string | null>(null);

  private readonly api = inject(ContactsApi);
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly drafts = httpResource<{ items: Draft[] }>(() => '/api/drafts');
  private readonly discarded = signal<readonly string[]>([]);

  protected readonly waiting = computed<Waiting[]>(() => {
    const saved = this.drafts.hasValue() ? this.drafts.value().items : [];
    const here = unsentOf(this.session.me()?.accountId ?? '');
    const all: Waiting[] = [];
    for (const draft of here) {
      if (all.some((other) => other.draftId === draft.draftId)) continue;
      all.push({
        ...draft,
        name: draft.participantName,
        savedAt: draft.typedAt,
        isUnsent: true,
        closedOn: null,
      });
    }
    for (const draft of saved) {
      if (all.some((other) => other.draftId === draft.draftId)) continue;
      all.push({
        ...{ ...draft, name: draft.participantName, isUnsent: false },
        closedOn: draft.enrollmentClosedOn,
      });
    }
    const about = this.about();
    return all
      .filter((draft) => !this.discarded().includes(draft.draftId))
      .filter((draft) => about === null || draft.participantId === about);
  });

  /** The newest one, so that the page itself stays in sight; the others on asking. */
  protected readonly isAll = signal(false);
  protected readonly shown = computed(() => (this.isAll() ? this.waiting() : this.waiting().slice(0, 1)));

  constructor() {
    const sending = effect(() => {
      if (!this.drafts.hasValue()) return;
      sending.destroy();
      untracked(() => void this.sendUnsent());
    });
  }

  /** Words that stayed on this device go to the server now; where newer ones are there already, beside them. */
  private async sendUnsent(): Promise<void> {
    const { accountId } = this.session.me()!;
    for (const unsent of unsentOf(accountId)) {
      const { draftId, formId, version, participantId, isOffCaseload, body } = unsent;
      try {
        await this.api.keepDraft(draftId, version, { participantId, isOffCaseload, formId, body });
      } catch (failure) {
        // Still no signal: they stay here, and are offered from here.
        if (problemOf(failure).status !== 412) continue;
      }
      letGoOfUnsent(accountId, draftId, formId);
      this.drafts.reload();
    }
  }

  protected when(savedAt: string): string {
    const zone = this.session.timeZone();
    const language = pageLanguage();
    const day = dayOf(savedAt, zone);
    const time = timeOf(savedAt, zone, language);
    return day === this.session.today() ? time : `${dayWords(day, this.session.today(), language)}, ${time}`;
  }

  protected async discard(draft: Waiting): Promise<void> {
    this.discarded.update((ids) => [...ids, draft.draftId]);
    letGoOfUnsent(this.session.me()!.accountId, draft.draftId);
    await firstValueFrom(this.http.delete(`/api/drafts/${draft.draftId}`, { body: {} }));
  }
}
