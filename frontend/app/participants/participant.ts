import { httpResource } from '@angular/common/http';
import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Death, ParticipantView, RiskNote } from '../../api/contract';
import { RecordAtRest } from '../deaths/record-at-rest';
import { CallsOf } from '../calls/calls-of';
import { Live } from '../live/live';
import { WayIn } from '../invitations/way-in';
import { KeyFor } from '../keys/key';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { MergesOf } from '../merging/merges-of';
import { NextPlanned } from '../planned/next-planned';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf } from '../problems/problem-words';
import { PromisesOf } from '../promises/promises-of';
import { keepingAnswers } from '../risk-notes/keeping-answers';
import { RiskNoteCard } from '../risk-notes/risk-note-card';
import { Session } from '../session/session';
import { PageTitles } from '../shell/page-titles';
import { StandingChip } from '../standing/standing-chip';
import { NotEnrolled } from '../stays/not-enrolled';
import { AwayAndWindows } from '../windows/away-and-windows';
import { AgreedDays } from './agreed-days';
import { ReachButtons } from './reach-buttons';
import { RecordChanges } from './record-changes';
import { Supporters } from './supporters';
import { TheirSide } from './their-side';
import { Timeline } from './timeline';
import { WaysToReach } from './ways-to-reach';

/** A participant's page: the name first, then how to reach them, how it stands, and all that happened. */
@Component({
  imports: [
    CallsOf,
    AgreedDays,
    AwayAndWindows,
    Icon,
    KeyFor,
    MatButton,
    MergesOf,
    NextPlanned,
    NotEnrolled,
    ProblemPanel,
    PromisesOf,
    ReachButtons,
    RecordAtRest,
    RiskNoteCard,
    RouterLink,
    Skeleton,
    StandingChip,
    Supporters,
    TheirSide,
    Timeline,
    WayIn,
    WaysToReach,
  ],
  templateUrl: './participant.html',
  styleUrl: './participant.scss',
})
export class Participant {
  readonly participantId = input.required<string>();

  private readonly session = inject(Session);
  private readonly titles = inject(PageTitles);
  private readonly page = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly isCoach = this.session.isCoach;
  protected readonly record = httpResource<ParticipantView>(
    () => `/api/participants/${encodeURIComponent(this.participantId())}`,
  );
  protected readonly isNotHere = computed(
    () => this.record.error() && problemOf(this.record.error()).status === 404,
  );
  private readonly isFromToday = inject(Router).url.startsWith('/today');
  protected readonly backTo = computed(() =>
    this.isFromToday ? '/today' : this.isCoach() ? '/caseload' : '/team',
  );
  protected readonly backWord = this.isFromToday ? 'Today' : this.isCoach() ? 'Caseload' : 'Team';
  /** A stay that is closed has no standing; open ones show theirs. */
  protected readonly stays = computed(() =>
    this.record.hasValue() ? this.record.value().enrollments.filter((stay) => stay.standing) : [],
  );

  protected readonly openRiskNotes = linkedSignal<ParticipantView | null, RiskNote[]>({
    source: () => (this.record.hasValue() ? this.record.value() : null),
    computation: (person, before) =>
      person?.participantId === before?.source?.participantId
        ? keepingAnswers(person?.openRiskNotes ?? [], before?.value ?? [])
        : (person?.openRiskNotes ?? []),
  });
  /** As their coach closed it here: the page stays, though the record is not theirs to read again. */
  protected readonly closedHere = linkedSignal<string, Death | null>({
    source: this.participantId,
    computation: () => null,
  });
  protected readonly death = computed(() => (this.record.hasValue() ? this.record.value().death : null));
  /** The name of whoever was on this page a moment ago and is not theirs any more. */
  protected readonly left = computed(() => {
    const seen = this.seen();
    return this.isNotHere() && seen?.participantId === this.participantId() ? seen.preferredName : null;
  });
  private readonly seen = signal<ParticipantView | null>(null);

  constructor() {
    inject(Live).whenChanged(this.participantId, () => this.record.reload());
    const changes = inject(RecordChanges);
    const countBefore = changes.count();
    effect(() => {
      this.participantId();
      // On a desk the record scrolls by itself, and another person's begins at their name.
      this.page.parentElement?.scrollTo(0, 0);
    });
    effect(() => {
      if (changes.count() > countBefore) untracked(() => this.record.reload());
    });
    effect(() => {
      if (!this.record.hasValue()) return;
      this.seen.set(this.record.value());
      this.titles.name(this.record.value().preferredName);
    });
  }

  /** Down a long page on a phone. */
  protected goTo(headingId: string): void {
    const heading = this.page.querySelector<HTMLElement>(`#${headingId}`);
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }
}
