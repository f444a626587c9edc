import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, ViewEncapsulation } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AgendaLine as Line, SupervisionSession } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import type { IconName } from '../look/icons';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { KeptForTab } from '../session/kept-for-tab';
import { Session } from '../session/session';
import { PageTitles } from '../shell/page-titles';
import { AddendaPart } from './addenda-part';
import { AgendaLine } from './agenda-line';
import { AskToMove } from './ask-to-move';
import { DecisionLine } from './decision-line';
import { HoursPart } from './hours-part';
import { PlannedPart } from './planned-part';
import { lengthWords, rhythmWords, SECTION_LABEL, withWhom } from './session-words';
import { SigningPart } from './signing-part';
import { WordsField, wordsIn, wordsName } from './words-field';

const SECTION_ICON: Record<Line['section'], IconName> = {
  'decided last time': 'calendar',
  wins: 'spark',
  'risk notes': 'flag',
  windows: 'alert',
  'out of touch': 'drift',
  'stalled goals': 'goal',
  'promises broken': 'together',
  certification: 'check',
  load: 'people',
  'after hours': 'clock',
};

/** One session: what there is to talk about, what was said and decided, hours and signatures. */
@Component({
  selector: 'app-session-page',
  imports: [
    ...[
      AddendaPart,
      AgendaLine,
      AskToMove,
      DecisionLine,
      HoursPart,
      Icon,
      MatButton,
      PlannedPart,
      ProblemPanel,
    ],
    ...[RouterLink, SigningPart, Skeleton, When, WordsField],
  ],
  templateUrl: './session-page.html',
  styleUrl: './session-page.scss',
  encapsulation: ViewEncapsulation.None,
})
export class SessionPage {
  readonly sessionId = input.required<string>();

  private readonly me = inject(Session);
  private readonly titles = inject(PageTitles);
  protected readonly asked = httpResource<SupervisionSession>(
    () => `/api/supervision-sessions/${encodeURIComponent(this.sessionId())}`,
  );
  private readonly answered = linkedSignal<string, SupervisionSession | null>({
    source: this.sessionId,
    computation: () => null,
  });
  /** As it was read or answered last, whichever is newer. */
  protected readonly session = computed(() => {
    const read = this.asked.hasValue() ? this.asked.value() : null;
    const answered = this.answered();
    return answered && (!read || changesOf(read) < changesOf(answered)) ? answered : read;
  });
  /** What is typed in a field stays when the text is shut. */
  protected readonly wasOpen = linkedSignal<boolean, boolean>({
    source: () => this.session()?.state === 'open',
    computation: (isOpen, before) => isOpen || (before?.value ?? this.holdsWords()),
  });
  protected readonly whom = computed(() => withWhom(this.session()!, this.me.me()?.accountId));
  protected readonly length = computed(() => lengthWords(this.session()!.plannedMinutes));
  protected readonly rhythm = computed(() => rhythmWords(this.session()!.everyDays));
  protected readonly gone = computed(() => {
    const { coaches, state } = this.session()!;
    return state === 'planned' ? coaches.filter((one) => one.hasMovedOn || one.isDisabled) : [];
  });
  protected readonly besides = computed(() => wordsIn(this.session()!, null)!);
  protected readonly sections = computed(() =>
    [...Map.groupBy(this.session()!.agenda, ({ section }) => section)].map(([name, lines]) => ({
      ...{ name, lines, label: SECTION_LABEL[name], icon: SECTION_ICON[name] },
      id: `section-${name.replaceAll(' ', '-')}`,
    })),
  );
  protected readonly ownDecisions = computed(() =>
    this.session()!.decisions.filter(({ lineId }) => lineId === null),
  );

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.asked.reload(),
    );
    effect(() => {
      if (this.session()) this.titles.name(`Supervision with ${this.whom()}`);
    });
  }

  /** What this tab still holds and the server has not is shown again. */
  private holdsWords(): boolean {
    const kept = new KeptForTab(() => this.me.me()?.accountId ?? '');
    return kept.of(wordsName(this.sessionId(), null)) !== null;
  }

  protected changed(session: SupervisionSession): void {
    this.answered.set(session);
  }

  protected print(): void {
    window.print();
  }
}

/** Both only ever count up. */
function changesOf({ version, textVersion }: SupervisionSession): number {
  return version + textVersion;
}
