/**
 * `planned` until it begins; `open` while its text is written; `signing` once anybody signed, its text shut; `held` when
 * everybody who attended signed; or `called off`.
 */
export const SESSION_STATES = ['planned', 'open', 'signing', 'held', 'called off'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export interface StateFacts {
  isBegun: boolean;
  isCalledOff: boolean;
  /** Who attended. */
  coachIds: readonly string[];
  signatures: readonly { accountId: string; side: 'supervisor' | 'coach' }[];
}

export function sessionState({ isBegun, isCalledOff, coachIds, signatures }: StateFacts): SessionState {
  if (isCalledOff) return 'called off';
  if (!isBegun) return 'planned';
  if (signatures.length === 0) return 'open';
  const signed = new Set(signatures.map(({ accountId }) => accountId));
  const isWhole = hasSigned(signatures, 'supervisor') && coachIds.every((id) => signed.has(id));
  return isWhole ? 'held' : 'signing';
}

/** Both sides signed: in a group one coach of it is enough for the other side. */
export function bothSigned(signatures: StateFacts['signatures']): boolean {
  return hasSigned(signatures, 'supervisor') && hasSigned(signatures, 'coach');
}

function hasSigned(signatures: StateFacts['signatures'], side: 'supervisor' | 'coach'): boolean {
  return signatures.some((each) => each.side === side);
}
