import type { SaidBy } from './goal.view.js';

/** @param staffName the name of an account of the staff; null: it was the participant */
export function saidBy(staffName: string | null, preferredName: string): SaidBy {
  return { isParticipant: staffName === null, name: staffName ?? preferredName };
}
