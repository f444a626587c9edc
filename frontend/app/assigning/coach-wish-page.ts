import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CoachChoice, CoachWish } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { BothVersions } from '../look/both-versions';
import { goingBack } from '../look/going-back';
import { Icon } from '../look/icon';
import { ManyChoices } from '../look/many-choices';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { AssigningApi } from './assigning-api';
import { type Noted, notedIn, wishInLines } from './noted-wish';

/** What a participant said about the coach they wish for, and of themself for finding one. */
@Component({
  imports: [
    BothVersions,
    Icon,
    ManyChoices,
    MatButton,
    ProblemPanel,
    ProblemSummary,
    Skeleton,
    SuggestsWords,
  ],
  templateUrl: './coach-wish-page.html',
  styles: `
    .back {
      margin-left: -16px;
    }
  `,
})
export class CoachWishPage {
  readonly participantId = input.required<string>();

  private readonly api = inject(AssigningApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  private readonly kept = this.session.kept;
  protected readonly back = goingBack(() => `/participants/${this.participantId()}`);
  protected readonly page = httpResource<CoachWish>(
    () => `/api/participants/${encodeURIComponent(this.participantId())}/coach-wish`,
  );
  /** Coaches see no list of their colleagues here: who was asked for by name is for the supervisor to note. */
  private readonly all = httpResource<{ items: CoachChoice[] }>(() =>
    this.session.isSupervisor() ? '/api/coaches' : undefined,
  );
  protected readonly coaches = computed(() => (this.all.hasValue() ? this.all.value().items : []));
  protected readonly choices = computed(() => this.page.value()?.choices ?? []);
  /** What is typed on this device and not sent yet comes before what the server has. */
  protected readonly wish = linkedSignal<Noted | null>(() =>
    this.page.hasValue()
      ? (this.kept.of<Noted>(`coach-wish.${this.participantId()}`) ?? notedIn(this.page.value()))
      : null,
  );
  protected readonly isSaving = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly other = signal<CoachWish | null>(null);
  protected readonly mine = computed(() => wishInLines(this.wish()!, this.choices()));
  protected readonly theirs = computed(() => wishInLines(notedIn(this.other()!), this.choices()));

  constructor() {
    effect(() => {
      const wish = this.wish();
      const isTyped = wish && JSON.stringify(wish) !== JSON.stringify(notedIn(this.page.value()!));
      if (wish) this.kept.keep(`coach-wish.${this.participantId()}`, isTyped ? wish : null);
    });
  }

  protected set(change: Partial<Noted>): void {
    this.wish.update((before) => ({ ...before!, ...change }));
  }

  protected askedFor(accountId: string): void {
    const coach = this.coaches().find((each) => each.accountId === accountId);
    this.set({ wishedCoach: coach ? { accountId, name: coach.name } : null });
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.isSaving.set(true);
    this.problem.set(null);
    const { wishedCoach, version, ...said } = this.wish()!;
    try {
      const sent = { ...said, wishedCoachId: wishedCoach?.accountId ?? null };
      await this.api.noteWish(this.participantId(), version, sent);
      this.kept.keep(`coach-wish.${this.participantId()}`, null);
      void this.notices.say('Noted. It shows when a coach is chosen.');
      this.back();
    } catch (failure) {
      const problem = problemOf(failure);
      if (problem.status === 412) this.other.set(problem.current as CoachWish);
      else this.problem.set(problem);
    } finally {
      this.isSaving.set(false);
    }
  }

  protected keepMine(): void {
    this.set({ version: this.other()!.version });
    this.other.set(null);
    void this.save();
  }

  protected takeTheirs(): void {
    this.page.set(this.other()!);
    this.wish.set(notedIn(this.other()!));
    this.other.set(null);
  }
}
