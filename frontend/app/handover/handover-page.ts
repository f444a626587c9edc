import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, ViewEncapsulation } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Handover, HandoverOnPage, NoteWhenHanded } from '../../api/contract';
import { KeyFor } from '../keys/key';
import { Live } from '../live/live';
import { GivesReason } from '../look/gives-reason';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf } from '../problems/problem-words';
import type { Here } from '../risk-notes/answer-clock-words';
import { Session } from '../session/session';
import { PageTitles } from '../shell/page-titles';
import { HandoverSheet } from './handover-record';
import { noteWords, stateWords } from './handover-words';
import { HandoversApi } from './handovers-api';
import { LineForm } from './line-form';

/** The one page: what the next coach needs, written by itself but for the line; accepted in one tap. */
@Component({
  selector: 'app-handover-page',
  imports: [
    GivesReason,
    HandoverSheet,
    Icon,
    KeyFor,
    LineForm,
    MatButton,
    ProblemPanel,
    RouterLink,
    Skeleton,
    When,
  ],
  templateUrl: './handover-page.html',
  styleUrl: './handover-page.scss',
  // what stands around the page is left out of print too
  encapsulation: ViewEncapsulation.None,
})
export class HandoverPage {
  readonly handoverId = input.required<string>();

  private readonly api = inject(HandoversApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly isCoach = this.session.isCoach;
  protected readonly me = computed(() => this.session.me()?.accountId ?? '');
  protected readonly page = httpResource<HandoverOnPage>(
    () => `/api/handovers/${encodeURIComponent(this.handoverId())}`,
  );
  protected readonly isNotHere = computed(() => problemOf(this.page.error()).status === 404);
  protected readonly isWriting = signal(false);
  protected readonly isDeclining = signal(false);
  protected readonly isSending = signal(false);
  protected readonly wrong = signal('');

  constructor() {
    const titles = inject(PageTitles);
    inject(Live).whenChanged(
      () => (this.page.hasValue() ? this.page.value().handover.participantId : null),
      () => this.page.reload(),
    );
    effect(() => {
      const name = this.page.hasValue() && this.page.value().handover.participantName;
      if (name) titles.name(name);
    });
  }

  protected state(handover: Handover): string {
    return stateWords(handover, this.me(), this.here());
  }

  protected aboutNote(note: NoteWhenHanded): string {
    return noteWords(note, this.here());
  }

  protected written(saved: Handover | null): void {
    this.isWriting.set(false);
    if (saved) this.page.reload();
  }

  protected accept(handover: Handover): Promise<void> {
    return this.send(async () => {
      await this.api.accept(handover);
      void this.notices.say(`${handover.participantName ?? 'They'} and you: thank you for reading.`);
    });
  }

  protected decline(handover: Handover, words: string): Promise<void> {
    return this.send(async () => {
      await this.api.decline(handover, words);
      this.isDeclining.set(false);
      void this.notices.say('The supervisor is told. Until they decide, you walk with them.');
    });
  }

  protected undo(handover: Handover): Promise<void> {
    return this.send(async () => {
      await this.api.undo(handover.handoverId);
      void this.notices.say(`Given back${handover.from ? ` to ${handover.from.name}` : ''}.`);
    });
  }

  protected callOff(handover: Handover): Promise<void> {
    return this.send(async () => {
      await this.api.callOff(handover);
      void this.notices.say('Called off. Nothing has moved.');
    });
  }

  protected give(handover: Handover, draftId: string): Promise<void> {
    return this.send(async () => {
      await this.api.giveWords(handover, draftId);
      void this.notices.say(`${handover.to?.name ?? 'The next coach'} has the words; your draft stays.`);
    });
  }

  protected print(): void {
    window.print();
  }

  private here(): Here {
    return { now: new Date(), timeZone: this.session.timeZone(), language: pageLanguage() };
  }

  private async send(step: () => Promise<void>): Promise<void> {
    this.isSending.set(true);
    this.wrong.set('');
    try {
      await step();
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    } finally {
      this.isSending.set(false);
      this.page.reload();
    }
  }
}
