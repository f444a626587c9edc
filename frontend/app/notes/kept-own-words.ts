/**
 * What is typed beside a note and is not with the server yet: in this tab, for this account alone. Signing out and the
 * way out clear it, as phones are shared.
 */
export function keptOwnWords(accountId: string, contactId: string): string | null {
  return sessionStorage.getItem(keyOf(accountId, contactId));
}

/** @param words null: the server has them, or they are not wanted any more */
export function keepOwnWords(accountId: string, contactId: string, words: string | null): void {
  try {
    if (words === null) sessionStorage.removeItem(keyOf(accountId, contactId));
    else sessionStorage.setItem(keyOf(accountId, contactId), words);
  } catch {
    // Storage is full or closed to us: the open page still holds the words and goes on sending.
  }
}

function keyOf(accountId: string, contactId: string): string {
  return `alongside.own-words.${accountId}.${contactId}`;
}
