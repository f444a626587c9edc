import { v7 as newId } from 'uuid';

/** What a form sends, less what a test does not care about. */
export type Words = Record<string, unknown>;

/** What the form of a contact sends: reached, now, and nothing else, unless a test says more. */
export function contactWith(
  { participantId }: { participantId: string },
  more: Words = {},
): Words & { contactId: string } {
  return { contactId: newId(), participantId, outcome: 'reached', ...more };
}

/** A risk note as it stands in the form of a contact: one sign, and the level it suggests. */
export function riskNoteWith(more: Words = {}): Words & { riskNoteId: string } {
  return { riskNoteId: newId(), signals: ['cravings'], level: 'watch', ...more };
}

export function riskNoteAbout(
  { participantId }: { participantId: string },
  more: Words = {},
): Words & { riskNoteId: string } {
  return { participantId, ...riskNoteWith(more) };
}

/** The header that an edit of this version carries. */
export function onVersion(version: number): { 'if-match': string } {
  return { 'if-match': `"${version}"` };
}
