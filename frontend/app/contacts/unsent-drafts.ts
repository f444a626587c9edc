/**
 * Words that the server does not have yet, kept on this device only until it does.
 * They are gone after sign-out.
 */
export interface UnsentDraft {
  draftId: string;
  /** The open form they were typed in: two tabs on one draft keep their words apart. */
  formId: string;
  /** The version of the draft they go on from; null for a new one. */
  version: number | null;
  participantId: string | null;
  participantName: string | null;
  isOffCaseload: boolean;
  body: Record<string, unknown>;
  /** When it was typed, ISO with Z. */
  typedAt: string;
}

const PREFIX = 'alongside.unsent.';

function keyOf(accountId: string, draftId: string, formId: string): string {
  return `${PREFIX}${accountId}.${draftId}.${formId}`;
}

export function keepUnsent(accountId: string, draft: UnsentDraft): void {
  try {
    localStorage.setItem(keyOf(accountId, draft.draftId, draft.formId), JSON.stringify(draft));
  } catch {
    // Storage is full or closed to us: the form itself and the retries still hold the words.
  }
}

/** @param formId left out, what any form of this device had typed in the draft */
export function letGoOfUnsent(accountId: string, draftId: string, formId = ''): void {
  const start = keyOf(accountId, draftId, formId);
  for (const key of keys()) if (formId ? key === start : key.startsWith(start)) localStorage.removeItem(key);
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
