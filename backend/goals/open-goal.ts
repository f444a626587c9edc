import { Problem } from '../http/problem.js';
import { goalState } from './goal.rules.js';

/** @throws Problem 409 for a goal that is finished or let go: it can be taken up again first. */
export function refuseUnlessOpen(goal: { finished_on: string | null; let_go_on: string | null }): void {
  const state = goalState(goal.finished_on, goal.let_go_on);
  if (state === 'finished')
    throw new Problem(409, 'goal-finished', 'This goal is reached. Take it up again to change it.');
  if (state === 'let go')
    throw new Problem(409, 'goal-let-go', 'This goal was let go. Take it up again to change it.');
}
