import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { CoachSuggestions, Handover, HandoverPreview } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { newId } from '../look/new-id';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { PageTitles } from '../shell/page-titles';
import { SuggestsWords } from '../words/suggests-words';
import { ChooseNextCoach } from './choose-next-coach';
import { HandoverSheet } from './handover-record';
import { stateWords } from './handover-words';
import { HandoversApi } from './handovers-api';

interface Typed {
  /** Of what is sent: the same however often it is. */
  handoverId: string;
  toId: string | null;
  line: string;
  reason: string;
}

/** Beginning: a supervisor chooses the next coach and hands over; a coach writes the line and asks. */
@Component({
  imports: [
    ChooseNextCoach,
    HandoverSheet,
    Icon,
    MatButton,
    ProblemPanel,
    RouterLink,
    Skeleton,
    SuggestsWords,
  ],
  templateUrl: './start-handover.html',
  styleUrl: './start-handover.scss',
})
export class StartHandover {
  readonly participantId = input.required<string>();

  private readonly api = inject(HandoversApi);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly isCoach = this.session.isCoach;
  protected readonly me = computed(() => this.session.me()?.accountId ?? '');
  protected readonly preview = httpResource<HandoverPreview>(
    () => `/api/participants/${encodeURIComponent(this.participantId())}/handover`,
  );
  protected readonly suggestions = httpResource<CoachSuggestions>(() =>
    this.isCoach()
      ? undefined
      : `/api/participants/${encodeURIComponent(this.participantId())}/coach-suggestions`,
  );
  private readonly keptAs = computed(() => `handover.${this.participantId()}`);
  private readonly changed = signal<Typed | null>(null);
  private readonly fresh: Typed = { handoverId: newId(), toId: null, line: '', reason: '' };
  /** What is typed stays through a reload of the page until the server has it. */
  protected readonly typed = computed<Typed>(
    () => this.changed() ?? this.session.kept.of<Typed>(this.keptAs()) ?? this.fresh,
  );
  private readonly wasFull = signal(false);
  /** The chosen coach carries what they can, or more: it takes a reason. */
  protected readonly isFull = computed(() => {
    const items = this.suggestions.hasValue() ? this.suggestions.value().items : [];
    const chosen = items.find(({ coach }) => coach.accountId === this.typed().toId);
    return this.wasFull() || chosen?.asPrimary.room === 'full';
  });
  protected readonly isSending = signal(false);
  protected readonly wrong = signal('');

  constructor() {
    const titles = inject(PageTitles);
    inject(Live).whenChanged(this.participantId, () => this.preview.reload());
    effect(() => {
      if (this.preview.hasValue())
        titles.name(`Hand ${this.preview.value().record.participant.preferredName} over`);
    });
  }

  protected state(handover: Handover): string {
    const here = { now: new Date(), timeZone: this.session.timeZone(), language: pageLanguage() };
    return stateWords(handover, this.me(), here);
  }

  protected put(more: Partial<Typed>): void {
    // other words are another request
    const typed = { ...this.typed(), ...more, handoverId: newId() };
    this.changed.set(typed);
    this.session.kept.keep(this.keptAs(), typed);
  }

  protected async send(): Promise<void> {
    const { toId } = this.typed();
    if (!this.isCoach() && !toId) return this.wrong.set('Choose who walks with them next.');
    if (this.isFull() && !this.typed().reason.trim())
      return this.wrong.set('They carry as much as they can: say why them all the same.');
    this.isSending.set(true);
    this.wrong.set('');
    try {
      const made = this.isCoach() ? await this.ask() : await this.make(toId!);
      this.session.kept.keep(this.keptAs(), null);
      this.changed.set(null);
      await this.router.navigate(['/handovers', made.handoverId], { replaceUrl: true });
    } catch (failure) {
      const problem = problemOf(failure);
      this.wrong.set(`${problem.detail} What you typed is still here.`);
      if (problem.code === 'coach-full') this.wasFull.set(true);
      if (problem.code === 'one-primary-coach-at-a-time') this.lookAgain();
    } finally {
      this.isSending.set(false);
    }
  }

  private async make(toId: string): Promise<Handover> {
    const { handoverId, line, reason } = this.typed();
    const { record, handover } = this.preview.value()!;
    const said = line.trim() || (handover?.state === 'asked' ? (handover.line?.words ?? '') : '');
    const made = await this.api.make({
      handoverId,
      participantId: this.participantId(),
      toId,
      insteadOf: record.participant.primaryCoach?.accountId ?? null,
      line: said,
      reason: reason.trim() || undefined,
    });
    void this.notices.say(`${made.participantName ?? 'The participant'} walks with ${made.to!.name} now.`, {
      label: 'Undo',
      undo: () => void this.undo(handoverId),
    });
    return made;
  }

  private async undo(handoverId: string): Promise<void> {
    try {
      const { from } = await this.api.undo(handoverId);
      void this.notices.say(`Given back${from ? ` to ${from.name}` : ''}.`);
      await this.router.navigate(['/participants', this.participantId()]);
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
  }

  private async ask(): Promise<Handover> {
    const { handoverId, line } = this.typed();
    const asked = await this.api.ask({ handoverId, participantId: this.participantId(), line });
    void this.notices.say('Asked. A supervisor decides, and you can still change the line.');
    return asked;
  }

  private lookAgain(): void {
    this.preview.reload();
    this.suggestions.reload();
    this.changed.set({ ...this.typed(), handoverId: newId() });
  }
}
