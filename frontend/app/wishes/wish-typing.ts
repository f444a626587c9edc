import { computed, effect, inject, linkedSignal, type ResourceRef, signal } from '@angular/core';
import type { NoteCoachWish, OwnCoachWish } from '../../api/contract';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';

/** What a wish says, and on which version it goes on. */
export type Noted = Pick<
  OwnCoachWish,
  'language' | 'experiences' | 'ownWords' | 'wished' | 'wishWords' | 'wishedCoach' | 'version'
>;

export const NO_WISH: Noted = {
  ...{ language: null, experiences: [], ownWords: '', wished: [], wishWords: '' },
  ...{ wishedCoach: null, version: 0 },
};

export function wishToSend({ wishedCoach, version: _, ...said }: Noted): NoteCoachWish {
  return { ...said, wishedCoachId: wishedCoach?.accountId ?? null };
}

function notedIn(wish: OwnCoachWish): Noted {
  const { language, experiences, ownWords, wished, wishWords, wishedCoach, version } = wish;
  return { language, experiences, ownWords, wished, wishWords, wishedCoach, version };
}

/**
 * A wish while somebody types it, the participant or staff: kept on this device until the server has it; where another
 * changed it meanwhile, both are there and a person chooses. Made where injection is possible.
 */
export class WishTyping<Wish extends OwnCoachWish> {
  private readonly kept = inject(Session).kept;
  /** What is typed and not sent yet comes before what the server has. Null until the server answered. */
  readonly typed = linkedSignal<Noted | null>(() =>
    this.page.hasValue() ? (this.kept.of<Noted>(this.keptAs()) ?? notedIn(this.page.value())) : null,
  );
  readonly isTyped = computed(() => {
    const typed = this.typed();
    return typed !== null && JSON.stringify(typed) !== JSON.stringify(notedIn(this.page.value()!));
  });
  private readonly now = signal<Wish | null>(null);
  /** As another left it; null while there is nothing to choose between. */
  readonly theirs = this.now.asReadonly();

  constructor(
    private readonly page: ResourceRef<Wish | undefined>,
    private readonly keptAs: () => string,
    private readonly send: (version: number, wish: NoteCoachWish) => Promise<Wish>,
  ) {
    effect(() => {
      const typed = this.typed();
      if (typed) this.kept.keep(this.keptAs(), this.isTyped() ? typed : null);
    });
  }

  set(change: Partial<Noted>): void {
    this.typed.update((before) => ({ ...before!, ...change }));
  }

  /** @returns whether it stands; not where both are shown. @throws what else the server refused it for */
  async save(): Promise<boolean> {
    const typed = this.typed()!;
    try {
      const saved = await this.send(typed.version, wishToSend(typed));
      this.kept.keep(this.keptAs(), null);
      this.page.set(saved);
      return true;
    } catch (failure) {
      const problem = problemOf(failure);
      if (problem.status !== 412) throw failure;
      this.now.set(problem.current as Wish);
      return false;
    }
  }

  /** What is typed goes on from the other's; it is saved by whoever asks for it. */
  keepMine(): void {
    this.set({ version: this.now()!.version });
    this.now.set(null);
  }

  takeTheirs(): void {
    const now = this.now()!;
    this.kept.keep(this.keptAs(), null);
    this.now.set(null);
    this.page.set(now);
  }
}
