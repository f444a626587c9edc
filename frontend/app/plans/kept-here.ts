/**
 * What is typed in a plan is kept for this tab alone and gone when it closes, at sign-out and at the quick exit: phones
 * are shared, so a plan is never stored on one (docs/decisions).
 */
export function keptHere<T>(accountId: string, name: string): T | null {
  const kept = sessionStorage.getItem(keyOf(accountId, name));
  return kept === null ? null : (JSON.parse(kept) as T);
}

export function keepHere(accountId: string, name: string, what: unknown): void {
  try {
    if (what === null) sessionStorage.removeItem(keyOf(accountId, name));
    else sessionStorage.setItem(keyOf(accountId, name), JSON.stringify(what));
  } catch {
    // Storage is full or closed to us: the open page still holds it and goes on sending.
  }
}

function keyOf(accountId: string, name: string): string {
  return `alongside.plan.${accountId}.${name}`;
}
