import { Problem } from '../http/problem.js';
import { type SessionRow, stateOf } from './sessions.queries.js';

export const calledOff = (): Problem =>
  new Problem(409, 'session-called-off', 'This session was called off.');

/** @throws Problem 409 once it began or was called off. */
export function refuseUnlessPlanned(row: SessionRow): void {
  const state = stateOf(row);
  if (state === 'called off') throw calledOff();
  if (state !== 'planned')
    throw new Problem(409, 'session-already-begun', 'This session has begun, so it is not moved any more.');
}
