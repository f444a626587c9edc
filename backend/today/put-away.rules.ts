import { isStronger, type Reason, type ReasonKind, saidAt } from './reasons.js';

/** A card may be put away for so many days at most; ours: longer than the default cadence, so that nobody is forgotten. */
export const MOST_DAYS_AWAY = 14;

export interface PutAwayFact {
  putAwayId: string;
  reasonKind: ReasonKind;
  because: string;
  /** The first day on which the card is back. */
  untilOn: string;
  madeAt: Date;
}

/** An urgent note is never put away. */
export function mayBePutAway(reasons: readonly Reason[]): boolean {
  return !reasons.some(({ kind }) => kind === 'urgent risk note');
}

/**
 * Whether a card stays put away today: until its day, and until something stronger than what was put away holds. What
 * a participant said after it was put away counts as stronger than the same thing said before.
 *
 * @param reasons of the card, the strongest first
 */
export function isAway(putAway: PutAwayFact, reasons: readonly Reason[], today: string): boolean {
  const [strongest] = reasons;
  if (!strongest || today >= putAway.untilOn) return false;
  if (isStronger(strongest.kind, putAway.reasonKind)) return false;
  const said = saidAt(strongest);
  return !(said && said > putAway.madeAt);
}
