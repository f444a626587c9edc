import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { ParticipantView } from '../../api/contract';
import type { Contact } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { goingBack } from '../look/going-back';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import { bothForms } from './both-forms';
import { ContactsApi } from './contacts-api';
import { amendRequest, emptyLog, formOf, type LogForm } from './log-form';
import { MoreFields } from './more-fields';
import { NoteFields } from './note-fields';
import { OutcomeChoice } from './outcome-choice';
import { SideBySide, spokenContact } from './side-by-side';
import { WhenFields } from './when-fields';

/** The author sets a contact right within a day of writing it; every version is kept. */
@Component({
  imports: [
    Icon,
    MatButton,
    MoreFields,
    NoteFields,
    OutcomeChoice,
    ProblemPanel,
    ProblemSummary,
    SideBySide,
    Skeleton,
    WhenFields,
  ],
  templateUrl: './amend-contact.html',
  styleUrl: './log-contact.scss',
})
export class AmendContactPage {
  readonly contactId = input.required<string>();

  private readonly api = inject(ContactsApi);
  private readonly notices = inject(Notices);
  protected readonly goBack = goingBack(() =>
    this.record.hasValue() ? `/caseload/${this.record.value().participantId}` : '/caseload',
  );
  protected readonly record = httpResource<Contact>(
    () => `/api/contacts/${encodeURIComponent(this.contactId())}`,
  );
  protected readonly participant = httpResource<ParticipantView>(() =>
    this.record.hasValue() ? `/api/participants/${this.record.value().participantId}` : undefined,
  );
  protected readonly model = signal<LogForm>(emptyLog(''));
  protected readonly fields = form(this.model);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);
  /** On 412: the contact as somebody else has meanwhile left it. */
  protected readonly current = signal<Contact | null>(null);
  private readonly version = linkedSignal(() => (this.record.hasValue() ? this.record.value().version : 0));
  protected readonly mine = computed(() => spokenContact(amendRequest(this.model()) as Partial<Contact>));
  protected readonly now = computed(() => spokenContact(this.current() ?? {}));
  protected readonly name = computed(() =>
    this.record.hasValue() ? this.record.value().participantName : '',
  );

  constructor() {
    effect(() => {
      if (!this.record.hasValue()) return;
      const contact = this.record.value();
      untracked(() => this.model.set(formOf(contact, '')));
    });
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      await this.api.amend(this.contactId(), this.version(), amendRequest(this.model()));
      void this.notices.say('Amended. The earlier version is kept.');
      this.goBack();
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      this.current.set(problem.status === 412 ? (problem.current as Contact) : null);
    } finally {
      this.isSaving.set(false);
    }
  }

  /** Writes mine over theirs, now that both were seen. */
  protected async keepMine(): Promise<void> {
    this.version.set(this.current()!.version);
    this.current.set(null);
    await this.save();
  }

  /** Puts both into the form, on their version, to be read through and saved. */
  protected takeBoth(theirs: Contact): void {
    const both = bothForms(this.model(), formOf(theirs, ''));
    this.goOnFrom(theirs);
    this.model.set(both);
  }

  protected takeTheirs(): void {
    const mine = this.model();
    const theirs = this.current()!;
    this.goOnFrom(theirs);
    this.model.set(formOf(theirs, ''));
    void this.notices.say('The other text is taken.', { label: 'Undo', undo: () => this.model.set(mine) });
  }

  private goOnFrom(theirs: Contact): void {
    this.version.set(theirs.version);
    this.current.set(null);
    this.problem.set(null);
  }
}
