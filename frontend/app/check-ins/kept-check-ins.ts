import type { CheckInForm } from '../../api/contract';
import type { FilledIn } from './filled-in';

/** One that the server does not have yet. */
export interface KeptCheckIn {
  form: CheckInForm;
  /** When it was said, in milliseconds of this device's clock. */
  at: number;
}

/**
 * What was said and is not with the server, and what is being filled in: on this device, in this tab, for this account
 * alone. Signing out and the way out clear it all.
 */
const KEPT = 'alongside.check-ins.';
const TYPED = 'alongside.check-in-typed.';

export function keptCheckIns(accountId: string): KeptCheckIn[] {
  return JSON.parse(sessionStorage.getItem(KEPT + accountId) ?? '[]') as KeptCheckIn[];
}

export function keepCheckIn(accountId: string, kept: KeptCheckIn): void {
  put(KEPT + accountId, [...keptCheckIns(accountId), kept]);
}

export function letGoOfCheckIn(accountId: string, checkInId: string): void {
  const left = keptCheckIns(accountId).filter(({ form }) => form.checkInId !== checkInId);
  put(KEPT + accountId, left.length ? left : null);
}

export function typedSoFar(accountId: string): FilledIn | null {
  return JSON.parse(sessionStorage.getItem(TYPED + accountId) ?? 'null') as FilledIn | null;
}

export function keepTyped(accountId: string, filled: FilledIn | null): void {
  put(TYPED + accountId, filled);
}

function put(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is full or closed to us: the open page still holds it and goes on sending.
  }
}
