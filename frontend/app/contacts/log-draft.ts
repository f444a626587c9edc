import { Location } from '@angular/common';
import { HttpErrorResponse } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { v7 as uuidv7 } from 'uuid';
import type { Draft } from '../../api/contract';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { bothForms } from './both-forms';
import { ContactsApi } from './contacts-api';
import { DraftKeeping } from './draft-keeping';
import { emptyLog, isAnythingSaid, type LogForm } from './log-form';
import { keepUnsent, letGoOfUnsent, unsentOf } from './unsent-drafts';

/** The same draft as another window has it. */
export interface OtherWords {
  form: LogForm;
  savedAt: string;
  /** Where theirs is the draft, its version; null where theirs is kept beside it. */
  version: number | null;
  /** Where theirs is kept beside the draft: the window that typed it. */
  formId: string | null;
}

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
  /** Another window typed in this draft meanwhile. Both texts are on the server; a person chooses. */
  readonly other = signal<OtherWords | null>(null);
  /** The draft was logged in another window; what is typed here has become a draft of its own. */
  readonly isLoggedElsewhere = signal(false);
  /** The last day of their stay, when it was closed since: what is typed here is kept and can't be logged. */
  readonly closedOn = signal<string | null>(null);
  /** This window is logging it now: a draft on its way meanwhile is of the contact, and goes on as nothing else. */
  isBeingLogged = false;
  /** This window: two of them on one draft are told apart. */
  private readonly formId = uuidv7();
  private version: number | null = null;

  readonly keeping = new DraftKeeping<LogForm>({
    send: (words) => this.send(words),
    keepHere: (words) =>
      keepUnsent(this.accountId, {
        draftId: this.contactId,
        formId: this.formId,
        version: this.version,
        ...whom(words),
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
    if (here) this.version = here.version ?? null;
    const there = await this.api.draft(draftId).catch((failure: unknown) => {
      if (here) return null;
      throw failure;
    });
    if (!here && there) this.version = there.version;
    this.closedOn.set(there?.enrollmentClosedOn ?? null);
    const body = here?.body ?? there?.body ?? {};
    this.form.update((now) => ({ ...now, ...(body as Partial<LogForm>) }));
    const copy = there?.copies[0];
    if (copy)
      this.other.set({
        form: asForm(copy.body),
        savedAt: copy.savedAt,
        version: null,
        formId: copy.formId,
      });
  }

  /** Goes on with what is typed here, over the other's, now that both were seen. */
  async keepMine(): Promise<void> {
    await this.settle(this.form());
  }

  /** @returns what was typed here, to bring it back */
  async takeOther(): Promise<LogForm> {
    const mine = this.form();
    await this.settle(this.other()!.form);
    return mine;
  }

  async takeBoth(): Promise<void> {
    await this.settle(bothForms(this.form(), this.other()!.form));
  }

  private async settle(chosen: LogForm): Promise<void> {
    const other = this.other();
    if (!other) return;
    if (other.version !== null) this.version = other.version;
    this.other.set(null);
    this.form.set(chosen);
    this.keeping.changed(chosen);
    if (other.formId) await this.api.letGoOfCopy(this.contactId, other.formId);
    await this.keeping.sendNow();
  }

  private async send(words: LogForm): Promise<string> {
    const asked = { ...whom(words), formId: this.formId, body: words };
    try {
      const kept = await this.api.keepDraft(this.contactId, this.version, asked);
      if (kept.isLogged && !this.isBeingLogged) return await this.goOnAsAnother(words);
      this.version = kept.version;
      return kept.savedAt;
    } catch (failure) {
      if (!(failure instanceof HttpErrorResponse) || failure.status !== 412) throw failure;
      const { body, version, savedAt } = problemOf(failure).current as Draft;
      this.other.set({ form: asForm(body), savedAt, version, formId: null });
      // the server keeps what was typed here beside it
      return new Date().toISOString();
    }
  }

  /** What is typed here was no part of the contact: it goes on under the id under which the server left it. */
  private async goOnAsAnother(words: LogForm): Promise<string> {
    letGoOfUnsent(this.accountId, this.contactId);
    this.contactId = this.formId;
    this.version = null;
    this.other.set(null);
    this.isLoggedElsewhere.set(true);
    const asked = { ...whom(words), formId: this.formId, body: words };
    const kept = await this.api.keepDraft(this.contactId, null, asked);
    this.version = kept.version;
    this.remember();
    return kept.savedAt;
  }

  /** A reload finds the draft by the page's own address. */
  private remember(): void {
    const path = this.router.url.split('?')[0]!;
    this.location.replaceState(path, `draft=${this.contactId}`, this.location.getState());
  }
}

function whom(words: LogForm): { participantId: string | null; isOffCaseload: boolean } {
  return { participantId: words.participantId || null, isOffCaseload: words.isOffCaseload };
}

function asForm(body: unknown): LogForm {
  return { ...emptyLog(''), ...(body as Partial<LogForm>) };
}
