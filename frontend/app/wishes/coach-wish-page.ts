import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CoachChoices, CoachWish } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { AssigningApi } from '../assigning/assigning-api';
import { Live } from '../live/live';
import { BothVersions } from '../look/both-versions';
import { goingBack } from '../look/going-back';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { WishFields } from './wish-fields';
import { linesOfTyped } from './wish-lines';
import { WishHand } from './wish-said';
import { type Noted, WishTyping } from './wish-typing';

/** What a participant said about the coach they wish for, and of themself for finding one; noted by staff. */
@Component({
  imports: [BothVersions, Icon, MatButton, ProblemPanel, ProblemSummary, Skeleton, WishFields, WishHand],
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
  protected readonly back = goingBack(() => `/participants/${this.participantId()}`);
  protected readonly page = httpResource<CoachWish>(
    () => `/api/participants/${encodeURIComponent(this.participantId())}/coach-wish`,
  );
  /** Coaches see no list of their colleagues here: who was asked for by name is for the supervisor to note. */
  private readonly all = httpResource<CoachChoices>(() =>
    this.session.isSupervisor() ? '/api/coaches' : undefined,
  );
  protected readonly coaches = computed(() => (this.all.hasValue() ? this.all.value().items : []));
  protected readonly typing = new WishTyping<CoachWish>(
    this.page,
    () => `coach-wish.${this.participantId()}`,
    (version, wish) => this.api.noteWish(this.participantId(), version, wish),
  );
  protected readonly isSaving = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    inject(Live).whenChanged(this.participantId, () => this.page.reload());
  }

  protected lines(said: Noted): string[] {
    return linesOfTyped(said, this.page.value()!.choices);
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      if (!(await this.typing.save())) return;
      void this.notices.say('Noted. It shows when a coach is chosen.');
      this.back();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }

  protected keepMine(): void {
    this.typing.keepMine();
    void this.save();
  }
}
