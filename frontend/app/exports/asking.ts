import { inject, signal } from '@angular/core';
import { v7 as newId } from 'uuid';
import type { PreparedFile, Wanted } from '../../api/export-contract';
import type { Problem } from '../../api/problem';
import { problemOf } from '../problems/problem-words';
import { OwnExports } from './own-exports';

/**
 * Asks for a file with one id until there is an answer: asked again after a lost one it is not there twice. Must be
 * called where injection is possible.
 */
export function asking() {
  const own = inject(OwnExports);
  const isAsking = signal(false);
  const problem = signal<Problem | null>(null);
  let last: { exportId: string; what: string } | null = null;

  /** @returns null when it did not work; the problem says why */
  async function ask(wanted: Wanted): Promise<PreparedFile | null> {
    const what = JSON.stringify(wanted);
    if (last?.what !== what) last = { exportId: newId(), what };
    isAsking.set(true);
    problem.set(null);
    try {
      const file = await own.ask(last.exportId, wanted);
      last = null;
      return file;
    } catch (failure) {
      problem.set(problemOf(failure));
      return null;
    } finally {
      isAsking.set(false);
    }
  }

  return { isAsking: isAsking.asReadonly(), problem: problem.asReadonly(), ask };
}
