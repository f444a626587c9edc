import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Problem } from '../../api/problem';
import { Unattended } from '../live/unattended';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { MatchColumns } from './match-columns';
import type { Matching, Move } from '../../api/moving-contract';
import { MoveProgress } from './move-progress';
import { MoveSteps } from './move-steps';
import { OtherSheets } from './other-sheets';
import { counted, KIND_WORDS, sizeWords, toldWords } from './move-words';
import { Moved } from './moved';
import { MovesApi } from './moves-api';
import { TriedRows } from './tried-rows';

/** How often a page looks how far a file has come, in milliseconds. */
const LOOKS_EVERY = 1000;

/** One file on its way in, from its columns to what came of it. */
@Component({
  imports: [
    Icon,
    MatButton,
    MatchColumns,
    Moved,
    MoveProgress,
    MoveSteps,
    OtherSheets,
    ProblemPanel,
    ProblemSummary,
    RouterLink,
    Skeleton,
    TriedRows,
    When,
  ],
  templateUrl: './move-page.html',
  styles: `
    .back {
      margin-left: -16px;
    }
    header p {
      margin-top: 6px;
    }
  `,
})
export class MovePage {
  readonly moveId = input.required<string>();

  private readonly api = inject(MovesApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly unattended = inject(Unattended);
  private readonly session = inject(Session);
  protected readonly page = httpResource<Move>(() => `/api/moving-in/${this.moveId()}`);
  /** As it was last known: one look that fails on the way takes nothing off the page. */
  protected readonly move = linkedSignal<Move | null, Move | null>({
    source: () => (this.page.hasValue() ? this.page.value() : null),
    computation: (fresh, before) => fresh ?? before?.value ?? null,
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isMatchingAgain = signal(false);
  protected readonly isSending = signal(false);
  private readonly isUnderWay = computed(() => ['trying', 'moving'].includes(this.move()?.state ?? ''));
  protected readonly about = computed(() => {
    const move = this.move()!;
    return `${KIND_WORDS[move.kind]}, ${counted(move.rowCount, 'row')}. ${toldWords(move)}, ${sizeWords(move.bytes)}.`;
  });
  protected readonly expiresOn = computed(() => dayOf(this.move()!.expiresAt, this.session.timeZone()));
  protected readonly step = computed(() => {
    const state = this.move()?.state ?? 'read';
    if (state === 'read' || state === 'stopped' || this.isMatchingAgain()) return 0;
    return state === 'trying' || state === 'tried' ? 1 : 2;
  });

  constructor() {
    effect((onCleanup) => {
      if (!this.isUnderWay()) return;
      const looking = setInterval(() => this.unattended.during(() => this.page.reload()), LOOKS_EVERY);
      onCleanup(() => clearInterval(looking));
    });
  }

  protected async match(matching: Matching): Promise<void> {
    await this.doing(() => this.api.match(this.move()!, matching));
    if (!this.problem()) this.isMatchingAgain.set(false);
  }

  /** As it was matched, with whoever looks like somebody else taken for somebody new. */
  protected bringAsNew(): Promise<void> {
    const { columns, dayOrder, programId } = this.move()!;
    const matched = columns.map(({ index, field }) => ({ index, field }));
    return this.match({ columns: matched, dayOrder, programId, areNewPeople: true });
  }

  protected go(leaveOutRefused: boolean): Promise<void> {
    return this.doing(() => this.api.go(this.move()!, leaveOutRefused));
  }

  protected async forget(): Promise<void> {
    const { fileName } = this.move()!;
    try {
      await this.api.forget(this.move()!);
      await this.router.navigate(['/people/moving-in']);
      void this.notices.say(`${fileName} is forgotten. Nothing of it was brought in.`);
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }

  private async doing(asked: () => Promise<Move>): Promise<void> {
    this.isSending.set(true);
    this.problem.set(null);
    try {
      this.page.set(await asked());
    } catch (failure) {
      const problem = problemOf(failure);
      // somebody else did something with it: what it is now is what counts
      if (problem.status === 412 || problem.status === 409) this.page.reload();
      this.problem.set(problem);
    } finally {
      this.isSending.set(false);
    }
  }
}
