import { inject, signal } from '@angular/core';
import type { AnsweringSettings } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';

/**
 * Saves one part of the settings. When somebody else changed any of them meanwhile, what now stands is handed on and
 * what was typed stays: saving again is then a decision on what stands. Must be called where injection is possible.
 */
export function saving<Settings = AnsweringSettings>(changed: (settings: Settings) => void) {
  const notices = inject(Notices);
  const problem = signal<Problem | null>(null);
  const isSaving = signal(false);

  /** @returns whether it was saved */
  async function save(send: () => Promise<Settings>, said: string): Promise<boolean> {
    isSaving.set(true);
    problem.set(null);
    try {
      changed(await send());
      void notices.say(said);
      return true;
    } catch (failure) {
      const met = problemOf(failure) as Problem & { current?: Settings };
      if (met.status === 412 && met.current) changed(met.current);
      problem.set(met.status === 412 ? { ...met, detail: CHANGED } : met);
      return false;
    } finally {
      isSaving.set(false);
    }
  }

  return { problem: problem.asReadonly(), isSaving: isSaving.asReadonly(), save };
}

const CHANGED =
  'Somebody else changed the settings since you opened them. What you typed is still here; look at it once more and save again.';
