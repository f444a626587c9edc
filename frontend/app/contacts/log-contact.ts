import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, type OnInit, signal, untracked } from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { CaseloadItem, Level, NameInProgram, Outcome, ParticipantView } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { CaseloadKept } from '../caseload/caseload-kept';
import { isUntouched } from '../check-ins/filled-in';
import { goingBack } from '../look/going-back';
import { KeyFor } from '../keys/key';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { ReachButtons } from '../participants/reach-buttons';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import { PromiseFields } from '../promises/promise-fields';
import { RiskNoteFields } from '../risk-notes/risk-note-fields';
import { CheckInFields } from './check-in-fields';
import { ContactsApi } from './contacts-api';
import { DraftLine } from './draft-line';
import { DraftsWaiting } from './drafts-waiting';
import type { HoldsWords } from './leaving-asks-first';
import { LogDraft } from './log-draft';
import { logRequest } from './log-form';
import { LoggedNotice } from './logged-notice';
import { MoreFields } from './more-fields';
import { NextContactFields } from './next-contact-fields';
import { NoteFields } from './note-fields';
import { OutcomeChoice } from './outcome-choice';
import { TwoWindows } from './two-windows';
import { WhenFields } from './when-fields';
import { Who } from './who';

const LEAVE_UNSENT =
  'Your words have not reached the server yet. They stay on this device and are offered to you here. Leave now?';

/** The main job: a contact logged in seconds, with as much more as there is to say. */
@Component({
  imports: [
    CheckInFields,
    DraftLine,
    DraftsWaiting,
    Icon,
    KeyFor,
    MatButton,
    MoreFields,
    NextContactFields,
    NoteFields,
    OutcomeChoice,
    ProblemSummary,
    PromiseFields,
    ReachButtons,
    RiskNoteFields,
    TwoWindows,
    When,
    WhenFields,
    Who,
  ],
  providers: [LogDraft],
  templateUrl: './log-contact.html',
  styleUrls: ['./form-sections.scss', './log-contact.scss'],
  host: { '(window:online)': 'signalIsBack()', '(window:beforeunload)': 'warn($event)' },
})
export class LogContactPage implements OnInit, HoldsWords {
  readonly participantId = input<string>();
  /** The draft to go on with. */
  readonly draft = input<string>();

  private readonly api = inject(ContactsApi);
  protected readonly goBack = goingBack(() => '/caseload');
  private readonly caseload = inject(CaseloadKept);
  private readonly notice = inject(LoggedNotice);
  private readonly words = inject(LogDraft);

  protected readonly model = this.words.form;
  protected readonly keeping = this.words.keeping;
  protected readonly closedOn = this.words.closedOn;
  protected readonly isSomethingSaid = this.words.isSomethingSaid;
  protected readonly isInTwoWindows = computed(
    () => this.words.other() !== null || this.words.isLoggedElsewhere(),
  );
  protected readonly fields = form(this.model);
  protected readonly suggested = signal<Level>('watch');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);
  private isDone = false;

  protected readonly name = computed(() => this.model().participantName);
  protected readonly outcome = computed(() => this.model().outcome);
  // Asked for again only when somebody else is chosen, not with every key: a resource that reads the form itself asks
  // anew whenever it changes, also when its own answer changes it.
  private readonly addressOfChosen = computed(() => {
    const { participantId, isOffCaseload } = this.model();
    return participantId && !isOffCaseload ? `/api/participants/${participantId}` : undefined;
  });
  protected readonly participant = httpResource<ParticipantView>(() => this.addressOfChosen());

  /** Reassigned since the form was begun: what is on it may still be logged for a while. */
  protected readonly isNotTheirsNow = computed(
    () => this.participant.error() !== undefined && problemOf(this.participant.error()).status === 404,
  );

  /** For those on the caseload; what was entered before somebody left it stays in sight. */
  protected readonly mayCheckIn = computed(
    () => (!this.model().isOffCaseload && !this.isNotTheirsNow()) || !isUntouched(this.model().checkIn.said),
  );

  constructor() {
    effect(() => {
      if (!this.participant.hasValue()) return;
      const { preferredName } = this.participant.value();
      untracked(() => this.model.update((now) => ({ ...now, participantName: preferredName })));
    });
  }

  async ngOnInit(): Promise<void> {
    const participantId = this.participantId();
    if (participantId) this.choose(participantId, this.nameOf(participantId));
    const draftId = this.draft();
    if (draftId) await this.words.goOnWith(draftId).catch((failure) => this.problem.set(problemOf(failure)));
  }

  protected chooseItem(item: CaseloadItem): void {
    this.choose(item.participantId, item.preferredName);
  }

  protected chooseElsewhere({ participantId, preferredName }: NameInProgram): void {
    this.choose(participantId, preferredName, true);
  }

  private choose(participantId: string, participantName: string, isOffCaseload = false): void {
    const whom = { participantId, participantName, isOffCaseload };
    this.model.update((now) => ({ ...now, ...whom, goalIds: [], progress: [], programId: '' }));
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
    this.words.isBeingLogged = true;
    try {
      const contact = await this.api.log(logRequest(this.words.contactId, this.model(), this.suggested()));
      this.keeping.end();
      this.isDone = true;
      this.caseload.refresh();
      this.goBack();
      this.notice.say(contact);
    } catch (failure) {
      this.problem.set(problemOf(failure));
      this.words.isBeingLogged = false;
      // Refused or not sent: the words themselves are kept as a draft all the same.
      this.keeping.changed(this.model());
    } finally {
      this.isSaving.set(false);
    }
  }

  async mayLeave(): Promise<boolean> {
    if (this.isDone || !this.keeping.hasUnsent()) return true;
    await this.keeping.sendNow();
    return !this.keeping.hasUnsent() || confirm(LEAVE_UNSENT);
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (!this.isDone && this.keeping.hasUnsent()) event.preventDefault();
  }

  /** A save that found no signal goes on by itself; the draft first. */
  protected async signalIsBack(): Promise<void> {
    await this.keeping.sendNow();
    if (this.problem()?.code === 'no-signal') await this.save();
  }

  private nameOf(participantId: string): string {
    const items = this.caseload.page.hasValue() ? this.caseload.page.value().items : [];
    return items.find((item) => item.participantId === participantId)?.preferredName ?? '';
  }
}
