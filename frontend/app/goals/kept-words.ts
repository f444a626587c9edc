/**
 * What is typed about goals, kept for this tab until the server has it. It is gone when the tab closes, at sign-out and
 * at the quick exit: phones are shared.
 */
export function keptWords<T>(accountId: string, name: string): T | null {
  const kept = sessionStorage.getItem(keyOf(accountId, name));
  return kept === null ? null : (JSON.parse(kept) as T);
}

/** @param what null: the server has it */
export function keepWords(accountId: string, name: string, what: unknown): void {
  try {
    if (what === null) sessionStorage.removeItem(keyOf(accountId, name));
    else sessionStorage.setItem(keyOf(accountId, name), JSON.stringify(what));
  } catch {
    // Storage is full or closed to us: the open page still holds the words and goes on sending.
  }
}

function keyOf(accountId: string, name: string): string {
  return `alongside.goals.${accountId}.${name}`;
}
