import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
} from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { AfterADeath } from '../deaths/after-a-death';
import { CertificationLine } from '../certifications/certification-line';
import { DraftsWaiting } from '../contacts/drafts-waiting';
import { FeedbackLine } from '../feedback/feedback-line';
import { HandoversWaiting } from '../handover/handovers-waiting';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { NextSession } from '../supervision-sessions/next-session';
import { Agenda } from './agenda';
import { CallsMade } from './calls-made';
import { ComingUp } from './coming-up';
import { DoneToday } from './done-today';
import { FindAnyone } from './find-anyone';
import { PutAwayList } from './put-away-list';
import { TodayActions } from './today-actions';
import { TodayCard } from './today-card';
import { TodayKept } from './today-kept';
import { UnsentTaps } from './unsent-taps';

/** Where a coach lands: who needs them, the strongest reason first; on a desk the record beside it. */
@Component({
  imports: [
    AfterADeath,
    CertificationLine,
    Agenda,
    ComingUp,
    DoneToday,
    DraftsWaiting,
    FeedbackLine,
    FindAnyone,
    HandoversWaiting,
    Icon,
    NextSession,
    ProblemPanel,
    PutAwayList,
    RouterOutlet,
    Skeleton,
    TodayCard,
    UnsentTaps,
  ],
  templateUrl: './today.html',
  styleUrls: ['../caseload/caseload.scss', './today.scss'],
  host: {
    '(document:visibilitychange)': 'isBack()',
    '(window:online)': 'actions.taps.sendNow()',
  },
})
export class Today {
  protected readonly kept = inject(TodayKept);
  protected readonly actions = inject(TodayActions);
  private readonly calls = inject(CallsMade);
  private readonly injector = inject(Injector);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  protected readonly hasRecord = signal(false);
  /** Whose card is open; the one just called until they choose another. */
  private readonly chosen = signal<string | null | undefined>(undefined);
  protected readonly open = computed(() => {
    const chosen = this.chosen();
    return chosen === undefined ? (Object.keys(this.calls.by()).at(-1) ?? null) : chosen;
  });
  /** The card that had the focus, and its place in the list. */
  private focused: { participantId: string; index: number } | null = null;

  constructor() {
    if (this.kept.page.status() !== 'loading') this.kept.refresh();
    void this.actions.taps.sendNow();
    inject(Live).whenChanged(
      () => null,
      () => this.kept.refresh(),
    );
    afterNextRender(() => (this.list().nativeElement.scrollTop = this.kept.listPlace));
    afterRenderEffect(() => this.keepFocus(this.kept.cards().map(({ participantId }) => participantId)));
  }

  protected toggle(participantId: string): void {
    this.chosen.set(this.open() === participantId ? null : participantId);
    afterNextRender(() => this.showWhole(participantId), { injector: this.injector });
  }

  protected keepOpen(participantId: string): void {
    this.chosen.set(participantId);
    afterNextRender(() => this.showWhole(participantId), { injector: this.injector });
  }

  /** A card that opens grows; all of it comes into sight, its name first. */
  private showWhole(participantId: string): void {
    const card = this.list().nativeElement.querySelector(`[data-of="${participantId}"]`);
    card?.scrollIntoView({ block: 'nearest' });
  }

  protected focusIn(participantId: string, index: number): void {
    this.focused = { participantId, index };
  }

  protected keepPlace(): void {
    this.kept.listPlace = this.list().nativeElement.scrollTop;
  }

  /** Back from the dialler, or to a page left open: what is shown may be old. */
  protected isBack(): void {
    if (document.visibilityState === 'visible') this.kept.refresh();
  }

  /** When the card with the focus goes, the next one has it; after the last, the heading. */
  private keepFocus(shown: string[]): void {
    const before = this.focused;
    if (!before || shown.includes(before.participantId)) return;
    this.focused = null;
    if (document.activeElement !== document.body) return;
    const names = this.list().nativeElement.querySelectorAll<HTMLElement>('app-today-card .name');
    const next =
      names[Math.min(before.index, names.length - 1)] ?? this.list().nativeElement.querySelector('h1');
    next?.focus({ preventScroll: names.length === 0 });
  }
}
