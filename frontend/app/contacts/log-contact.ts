import { Location } from '@angular/common';
import { httpResource } from '@angular/common/http';
import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  type OnInit,
  signal,
  untracked,
} from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { v7 as uuidv7 } from 'uuid';
import type { CaseloadItem, Level, Outcome, ParticipantView } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { CaseloadKept } from '../caseload/caseload-kept';
import { Icon } from '../look/icon';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import { RiskNoteFields } from '../risk-notes/risk-note-fields';
import { FIRST_PAGE, Session } from '../session/session';
import { ContactsApi } from './contacts-api';
import { DraftKeeping } from './draft-keeping';
import { DraftLine } from './draft-line';
import { DraftsWaiting } from './drafts-waiting';
import type { HoldsWords } from './leaving-asks-first';
import { emptyLog, isAnythingSaid, type LogForm, logRequest } from './log-form';
import { LoggedNotice } from './logged-notice';
import { MoreFields } from './more-fields';
import { NextContactFields } from './next-contact-fields';
import { NoteFields } from './note-fields';
import { OutcomeChoice } from './outcome-choice';
import { letGoOfUnsent, keepUnsent, unsentOf } from './unsent-drafts';
import { WhenFields } from './when-fields';
import { Who } from './who';

/** The main job: a contact logged in seconds, with as much more as there is to say. */
@Component({
  imports: [
    DraftLine,
    DraftsWaiting,
    Icon,
    MatButton,
    MoreFields,
    NextContactFields,
    NoteFields,
    OutcomeChoice,
    ProblemSummary,
    RiskNoteFields,
    WhenFields,
    Who,
  ],
  templateUrl: './log-contact.html',
  styleUrls: ['./form-sections.scss', './log-contact.scss'],
  host: { '(window:online)': 'signalIsBack()', '(window:beforeunload)': 'warn($event)' },
})
export class LogContactPage implements OnInit, HoldsWords {
  readonly participantId = input<string>();
  /** The draft to go on with. */
  readonly draft = input<string>();

  private readonly api = inject(ContactsApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly caseload = inject(CaseloadKept);
  private readonly notice = inject(LoggedNotice);

  /** The draft's id is the contact's: whatever is sent twice is one contact. */
  private contactId = uuidv7();
  protected readonly model = signal<LogForm>(emptyLog(uuidv7()));
  protected readonly fields = form(this.model);
  protected readonly suggested = signal<Level>('watch');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);
  private readonly isDone = signal(false);

  protected readonly name = computed(() => this.model().participantName);
  protected readonly outcome = computed(() => this.model().outcome);
  protected readonly isSomethingSaid = computed(() => isAnythingSaid(this.model()));
  // Asked for again only when somebody else is chosen, not with every key.
  private readonly chosenId = computed(() => this.model().participantId);
  protected readonly participant = httpResource<ParticipantView>(() =>
    this.chosenId() ? `/api/participants/${this.chosenId()}` : undefined,
  );

  protected readonly keeping = new DraftKeeping<LogForm>({
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
    let first = JSON.stringify(this.model());
    effect(() => {
      const words = this.model();
      const now = JSON.stringify(words);
      if (now === first || (!this.isSomethingSaid() && this.keeping.state().is === 'nothing')) return;
      first = now;
      untracked(() => {
        this.keeping.changed(words);
        this.rememberDraft();
      });
    });
    effect(() => {
      if (!this.participant.hasValue()) return;
      const { preferredName } = this.participant.value();
      untracked(() => this.model.update((now) => ({ ...now, participantName: preferredName })));
    });
    inject(DestroyRef).onDestroy(() => this.keeping.stop());
  }

  async ngOnInit(): Promise<void> {
    const participantId = this.participantId();
    if (participantId) this.choose(participantId, this.nameOf(participantId));
    const draftId = this.draft();
    if (draftId) await this.goOnWith(draftId);
  }

  protected chooseItem(item: CaseloadItem): void {
    this.choose(item.participantId, item.preferredName);
  }

  protected choose(participantId: string, participantName: string): void {
    this.model.update((now) => ({ ...now, participantId, participantName, goalIds: [], programId: '' }));
  }

  /** An attempt with nothing else said is logged with this one touch. */
  protected pick(outcome: Outcome): void {
    const isAtOnce = outcome !== 'reached' && !this.isSomethingSaid();
    this.fields.outcome().value.set(this.outcome() === outcome && !isAtOnce ? '' : outcome);
    if (isAtOnce) void this.save();
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.isSaving()) return;
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      const contact = await this.api.log(logRequest(this.contactId, this.model(), this.suggested()));
      this.keeping.end();
      this.isDone.set(true);
      this.caseload.refresh();
      this.goBack();
      this.notice.say(contact);
    } catch (failure) {
      this.problem.set(problemOf(failure));
      // Refused or not sent: the words themselves are kept as a draft all the same.
      this.keeping.changed(this.model());
    } finally {
      this.isSaving.set(false);
    }
  }

  protected goBack(): void {
    const { navigationId } = (this.location.getState() ?? {}) as { navigationId?: number };
    if (navigationId && navigationId > 1) return this.location.back();
    void this.router.navigateByUrl(FIRST_PAGE[this.session.me()!.role]);
  }

  async mayLeave(): Promise<boolean> {
    if (this.isDone() || !this.keeping.hasUnsent()) return true;
    await this.keeping.sendNow();
    return !this.keeping.hasUnsent() || confirm(LEAVE_UNSENT);
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (!this.isDone() && this.keeping.hasUnsent()) event.preventDefault();
  }

  /** A save that found no signal goes on by itself; the draft first. */
  protected async signalIsBack(): Promise<void> {
    await this.keeping.sendNow();
    if (this.problem()?.code === 'no-signal') await this.save();
  }

  /** A reload finds the draft by the page's own address. */
  private rememberDraft(): void {
    const path = this.router.url.split('?')[0]!;
    this.location.replaceState(path, `draft=${this.contactId}`, this.location.getState());
  }

  private get accountId(): string {
    return this.session.me()!.accountId;
  }

  private nameOf(participantId: string): string {
    const items = this.caseload.page.hasValue() ? this.caseload.page.value().items : [];
    return items.find((item) => item.participantId === participantId)?.preferredName ?? '';
  }

  private async goOnWith(draftId: string): Promise<void> {
    this.contactId = draftId;
    const here = unsentOf(this.accountId).find((unsent) => unsent.draftId === draftId);
    try {
      const body = here?.body ?? (await this.api.draft(draftId)).body;
      this.model.update((now) => ({ ...now, ...(body as Partial<LogForm>) }));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }
}

const LEAVE_UNSENT =
  'Your words have not reached the server yet. They stay on this device and are offered to you here. Leave now?';
