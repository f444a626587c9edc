import { Service, signal } from '@angular/core';
import type { Problem } from '../../api/problem';
import { problemOf } from './problem-words';

/** A page that could not even be opened: no signal, a server in trouble, or a newer version of the app. */
@Service()
export class Trouble {
  readonly problem = signal<Problem | null>(null);

  of(failure: unknown): void {
    this.problem.set(problemOf(failure));
  }
}
