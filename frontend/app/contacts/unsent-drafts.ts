/**
 * Words that the server does not have yet, kept on this device only until it does.
 * They are gone after sign-out.
 */
export interface UnsentDraft {
  draftId: string;
  participantId: string | null;
  participantName: string | null;
  body: Record<string, unknown>;
  /** When it was typed, ISO with Z. */
  typedAt: string;
}

const PREFIX = 'alongside.unsent.';

function keyOf(accountId: string, draftId: string): string {
  return `${PREFIX}${accountId}.${draftId}`;
}

export function keepUnsent(accountId: string, draft: UnsentDraft): void {
  try {
    localStorage.setItem(keyOf(accountId, draft.draftId), JSON.stringify(draft));
  } catch {
    // Storage is full or closed to us: the form itself and the retries still hold the words.
  }
}

export function letGoOfUnsent(accountId: string, draftId: string): void {
  localStorage.removeItem(keyOf(accountId, draftId));
}

export function unsentOf(accountId: string): UnsentDraft[] {
  return keys()
    .filter((key) => key.startsWith(`${PREFIX}${accountId}.`))
    .map((key) => JSON.parse(localStorage.getItem(key) ?? '{}') as UnsentDraft)
    .sort((a, b) => b.typedAt.localeCompare(a.typedAt));
}

export function forgetUnsent(): void {
  for (const key of keys()) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

function keys(): string[] {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
}
