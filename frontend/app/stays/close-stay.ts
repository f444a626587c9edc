import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { StayClosed as Closed, ToClose } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { Live } from '../live/live';
import { Choices } from '../look/choices';
import { goingBack } from '../look/going-back';
import { Icon } from '../look/icon';
import { newId } from '../look/new-id';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf, wrongWith } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { Session } from '../session/session';
import { PageTitles } from '../shell/page-titles';
import { SuggestsWords } from '../words/suggests-words';
import {
  closingOf,
  type Decided,
  nothingTyped,
  promisesOf,
  type Typed,
  UNDECIDED,
  whatBlocks,
  whatIsMissing,
} from './closing-form';
import { EndsWithIt } from './ends-with-it';
import { LastWords } from './last-words';
import { PromiseDecisionFields } from './promise-decision';
import { SeenToFirst } from './seen-to-first';
import { StayClosed } from './stay-closed';
import { ENDINGS } from './stay-words';
import { StaysApi } from './stays-api';

/** A stay ends: first what is open and what becomes of it, then how and when, with a kind word to take along. */
@Component({
  imports: [
    Choices,
    EndsWithIt,
    Icon,
    KeyFor,
    LastWords,
    MatButton,
    NotSentYet,
    ProblemPanel,
    ProblemSummary,
    PromiseDecisionFields,
    RouterLink,
    SeenToFirst,
    Skeleton,
    StayClosed,
    SuggestsWords,
    When,
  ],
  templateUrl: './close-stay.html',
  styleUrl: './close-stay.scss',
})
export class CloseStayPage {
  readonly enrollmentId = input.required<string>();

  private readonly api = inject(StaysApi);
  private readonly session = inject(Session);
  protected readonly look = httpResource<ToClose>(
    () => `/api/enrollments/${encodeURIComponent(this.enrollmentId())}/closing`,
  );
  protected readonly goBack = goingBack(() => {
    if (!this.look.hasValue()) return '/';
    const { participantId } = this.look.value().stay;
    return `/participants/${participantId}${this.mayRead() ? '' : '/stays'}`;
  });
  protected readonly isNotHere = computed(
    () => this.look.error() && problemOf(this.look.error()).status === 404,
  );
  /** An administrator reads and writes nothing of the record. */
  protected readonly mayRead = computed(() => this.session.me()?.role !== 'administrator');
  private readonly keptAs = computed(() => `closing.${this.enrollmentId()}`);
  /** What is typed stays through a reload of the page until the server has it, with the id it may have been sent under. */
  protected readonly typed = linkedSignal<Typed>(
    () => this.session.kept.of<Typed>(this.keptAs()) ?? nothingTyped(this.session.today()),
  );
  protected readonly blocks = computed(() =>
    this.look.hasValue() ? whatBlocks(this.look.value(), this.mayRead()) : null,
  );
  protected readonly promises = computed(() => (this.look.hasValue() ? promisesOf(this.look.value()) : []));
  protected readonly undecided = UNDECIDED;
  protected readonly endings = ENDINGS;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = new Sending();
  protected readonly closed = signal<(Closed & { name: string }) | null>(null);

  constructor() {
    const titles = inject(PageTitles);
    inject(Live).whenChanged(
      () => (this.look.hasValue() ? this.look.value().stay.participantId : null),
      () => {
        if (!this.closed() && !this.sending.isSending()) this.look.reload();
      },
    );
    effect(() => {
      if (this.look.hasValue()) titles.name(`The end of a stay: ${this.look.value().preferredName}`);
    });
  }

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }

  protected put(more: Partial<Typed>): void {
    // other words are another request
    const typed = { ...this.typed(), ...more, closingId: newId() };
    this.typed.set(typed);
    this.session.kept.keep(this.keptAs(), typed);
  }

  protected decide(promiseId: string, decided: Decided): void {
    this.put({ promises: { ...this.typed().promises, [promiseId]: decided } });
  }

  protected async close(event: Event): Promise<void> {
    event.preventDefault();
    const to = this.look.value();
    if (!to || this.blocks() || this.sending.isSending()) return;
    this.problem.set(whatIsMissing(this.typed(), to));
    if (this.problem()) return;
    try {
      const sent = closingOf(this.typed(), to, this.mayRead());
      const closed = await this.sending.send(() => this.api.close(this.enrollmentId(), sent));
      this.session.kept.keep(this.keptAs(), null);
      this.closed.set({ ...closed, name: to.preferredName });
    } catch (failure) {
      this.problem.set(problemOf(failure));
      // something was opened, promised or closed meanwhile
      this.look.reload();
    }
  }
}
