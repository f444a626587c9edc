import { inject, signal } from '@angular/core';
import type { Step } from '../../api/contract';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { GoalsApi } from './goals-api';

/** Steps ticked on an open page: shown at once, taken back with words should the server not take it. */
export class Ticks {
  private readonly api = inject(GoalsApi);
  private readonly notices = inject(Notices);
  private readonly ticked = signal<Record<string, Step>>({});

  /** Made where injection is possible. @param reload asks for the page anew */
  constructor(private readonly reload: () => unknown) {}

  /** The step as it is meant to be: as ticked here, until the page tells something newer. */
  shown(step: Step): Step {
    const here = this.ticked()[step.stepId];
    return here && here.version >= step.version ? here : step;
  }

  /** Ticked on this page just now: it stays where it is, so that nothing jumps under the thumb. */
  isFresh(step: Step): boolean {
    return step.doneAt !== null && this.ticked()[step.stepId]?.doneAt === step.doneAt;
  }

  async tick(step: Step, isDone: boolean): Promise<void> {
    const before = this.shown(step);
    this.show({ ...before, doneAt: isDone ? new Date().toISOString() : null });
    try {
      const saved = await this.api.tick(before, isDone);
      this.show(saved);
      if (isDone)
        void this.notices.say($localize`:@@goals.ticked:Done. Well done!`, {
          label: $localize`:@@goals.undo:Undo`,
          undo: () => void this.tick(saved, false),
        });
    } catch (failure) {
      this.ticked.update(({ [step.stepId]: _, ...others }) => others);
      void this.notices.say(problemOf(failure).detail);
      this.reload();
    }
  }

  private show(step: Step): void {
    this.ticked.update((ticked) => ({ ...ticked, [step.stepId]: step }));
  }
}
