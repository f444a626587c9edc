import { Location } from '@angular/common';
import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { v7 as uuidv7 } from 'uuid';
import { Session } from '../session/session';
import { ContactsApi } from './contacts-api';
import { DraftKeeping } from './draft-keeping';
import { emptyLog, isAnythingSaid, type LogForm } from './log-form';
import { keepUnsent, letGoOfUnsent, unsentOf } from './unsent-drafts';

/** What is on one log form, kept as it is typed. Lives as long as the form. */
@Service({ autoProvided: false })
export class LogDraft {
  private readonly api = inject(ContactsApi);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly accountId = inject(Session).me()!.accountId;

  /** The draft's id is the contact's: whatever is sent twice is one contact. */
  contactId = uuidv7();
  readonly form = signal<LogForm>(emptyLog(uuidv7()));
  readonly isSomethingSaid = computed(() => isAnythingSaid(this.form()));

  readonly keeping = new DraftKeeping<LogForm>({
    send: async (words) => {
      const kept = await this.api.keepDraft(this.contactId, words.participantId || null, words);
      return kept.savedAt;
    },
    keepHere: (words) =>
      keepUnsent(this.accountId, {
        draftId: this.contactId,
        participantId: words.participantId || null,
        participantName: words.participantName || null,
        body: { ...words },
        typedAt: new Date().toISOString(),
      }),
    letGoHere: () => letGoOfUnsent(this.accountId, this.contactId),
  });

  constructor() {
    let before = JSON.stringify(this.form());
    effect(() => {
      const words = this.form();
      const now = JSON.stringify(words);
      if (now === before || (!this.isSomethingSaid() && this.keeping.state().is === 'nothing')) return;
      before = now;
      untracked(() => {
        this.keeping.changed(words);
        this.remember();
      });
    });
    inject(DestroyRef).onDestroy(() => this.keeping.stop());
  }

  /** Takes up a draft again: the words on this device when the server does not have them yet, else the server's. */
  async goOnWith(draftId: string): Promise<void> {
    this.contactId = draftId;
    const here = unsentOf(this.accountId).find((unsent) => unsent.draftId === draftId);
    const body = here?.body ?? (await this.api.draft(draftId)).body;
    this.form.update((now) => ({ ...now, ...(body as Partial<LogForm>) }));
  }

  /** A reload finds the draft by the page's own address. */
  private remember(): void {
    const path = this.router.url.split('?')[0]!;
    this.location.replaceState(path, `draft=${this.contactId}`, this.location.getState());
  }
}
