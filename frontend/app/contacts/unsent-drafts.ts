import { KeptOnDevice } from '../session/kept-on-device';

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

const kept = new KeptOnDevice<UnsentDraft>('alongside.unsent.');

export function keepUnsent(accountId: string, draft: UnsentDraft): void {
  kept.keep(`${accountId}.${draft.draftId}.${draft.formId}`, draft);
}

/** @param formId left out, what any form of this device had typed in the draft */
export function letGoOfUnsent(accountId: string, draftId: string, formId = ''): void {
  kept.letGo(`${accountId}.${draftId}.${formId}`);
}

export function unsentOf(accountId: string): UnsentDraft[] {
  return kept.of(`${accountId}.`).sort((a, b) => b.typedAt.localeCompare(a.typedAt));
}
