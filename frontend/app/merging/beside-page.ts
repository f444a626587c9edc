import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { v7 as uuidv7 } from 'uuid';
import type { MergeRecords, MergeSides } from '../../api/merging-contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { Live } from '../live/live';
import { goingBack } from '../look/going-back';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf, wrongWith } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { MergeOutlook } from './merge-outlook';
import {
  type Chosen,
  haveTwoSignIns,
  mergeRequest,
  type MergeTyped,
  nothingTyped,
  sidesOf,
} from './merge-typing';
import { MergingApi } from './merging-api';
import { TwoFields } from './two-fields';

/** Two records side by side: one person, or two? If it is one, what stands afterwards. */
@Component({
  imports: [
    Icon,
    KeyFor,
    MatButton,
    MergeOutlook,
    NotSentYet,
    ProblemPanel,
    ProblemSummary,
    RouterLink,
    Skeleton,
    SuggestsWords,
    TwoFields,
  ],
  templateUrl: './beside-page.html',
  styleUrl: './beside-page.scss',
})
export class BesidePage {
  readonly firstId = input.required<string>();
  readonly secondId = input.required<string>();

  private readonly api = inject(MergingApi);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly sending = new Sending();
  protected readonly isAdministrator = computed(() => this.session.me()?.role === 'administrator');
  private readonly fallback = computed(() => (this.isAdministrator() ? '/people/duplicates' : '/team'));
  protected readonly back = goingBack(() => this.fallback());
  protected readonly page = httpResource<MergeSides>(
    () =>
      `/api/participants/${encodeURIComponent(this.firstId())}/beside/${encodeURIComponent(this.secondId())}`,
  );
  private readonly keptAs = computed(() => `merge.${this.firstId()}.${this.secondId()}`);
  protected readonly typed = linkedSignal<string, MergeTyped>({
    source: this.keptAs,
    computation: (name) => this.session.kept.of<MergeTyped>(name) ?? nothingTyped(uuidv7()),
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sides = computed(() =>
    this.page.hasValue() ? sidesOf(this.page.value(), this.typed()) : null,
  );
  protected readonly asksThem = computed(() => !!this.sides() && haveTwoSignIns(this.sides()!));
  /** Its two addresses lead to one record by now. */
  protected readonly isOneAlready = computed(
    () => !!this.page.error() && !!wrongWith(problemOf(this.page.error()), 'secondId'),
  );
  protected readonly wrongWhy = computed(() => wrongWith(this.problem(), 'why'));
  protected readonly wrongAsked = computed(() => wrongWith(this.problem(), 'areBothTheirs'));

  constructor() {
    const live = inject(Live);
    live.whenChanged(this.firstId, () => this.page.reload());
    live.whenChanged(this.secondId, () => this.page.reload());
  }

  protected set(change: Partial<MergeTyped>): void {
    this.typed.update((before) => ({ ...before, ...change }));
    this.session.kept.keep(this.keptAs(), this.typed());
  }

  protected choose(field: Chosen, value: string): void {
    this.set({ [field]: value });
  }

  protected async merge(event: Event): Promise<void> {
    event.preventDefault();
    const sides = this.sides();
    if (!sides || this.sending.isSending()) return;
    this.problem.set(null);
    const asked = mergeRequest(this.typed(), sides);
    this.set({});
    try {
      const { participantId } = await this.sending.send(() => this.api.merge(asked));
      this.session.kept.keep(this.keptAs(), null);
      this.sayMerged(asked);
      await this.router.navigate(
        this.isAdministrator() ? ['/people/duplicates'] : ['/participants', participantId],
        { replaceUrl: true },
      );
    } catch (failure) {
      this.problem.set(problemOf(failure));
      this.page.reload();
    }
  }

  private sayMerged({ mergeId, preferredName }: MergeRecords): void {
    void this.notices.say(`${preferredName} has one record now.`, {
      label: 'Undo',
      undo: () =>
        void this.api
          .undo(mergeId)
          .then(() => this.notices.say('They are two records again, each with what was its own.'))
          .catch((failure) => this.notices.say(problemOf(failure).detail)),
    });
  }

  protected async tellApart(): Promise<void> {
    const two = { firstId: this.firstId(), secondId: this.secondId() };
    try {
      await this.api.tellApart(two);
      this.session.kept.keep(this.keptAs(), null);
      void this.notices.say('They are two people. They are not shown again.', {
        label: 'Undo',
        undo: () =>
          void this.api.tellTogether(two).catch((failure) => this.notices.say(problemOf(failure).detail)),
      });
      this.back();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }
}
