import { v7 as newId } from 'uuid';
import type { Answer, Client } from '../support/client.js';
import { onVersion, type Words } from './words.js';

/** What a supervisor says about a contact: thanks, unless a test says more. */
export function feedbackWith(more: Words = {}): Words & { feedbackId: string } {
  return { feedbackId: newId(), kind: 'thanks', ...more };
}

export const ASK = { kind: 'change', words: 'Please say how long it took.' };

/** Says it on this version of the contact. */
export function say(by: Client, contactId: string, said: Words, version = 1): Promise<Answer> {
  return by.post(`/api/contacts/${contactId}/feedback`, said, onVersion(version));
}

/** Said, and taken. @returns its id */
export async function given(by: Client, contactId: string, more: Words = {}, version = 1): Promise<string> {
  const said = feedbackWith(more);
  const { status, body } = await say(by, contactId, said, version);
  if (status !== 201) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return said.feedbackId;
}

/** A contact as it stands in the stream, as far as tests read it. */
export interface StreamLine {
  contact: { contactId: string; participantName: string; version: number; isHeld: boolean };
  recordedOn: string;
  isNew: boolean;
  askedBecause: string | null;
  isToRead: boolean;
  isChangedSinceSeen: boolean;
  seen: { by: { name: string }; version: number } | null;
  feedback: { kind: string; words: string; answer: { as: string } | null }[];
}

/** One contact, wherever in the stream it stands now. */
export async function inStream(by: Client, contactId: string): Promise<StreamLine | undefined> {
  for (const show of ['to read', 'seen']) {
    const { body } = await by.get(`/api/contact-stream?show=${encodeURIComponent(show)}`);
    const line = (body.items as StreamLine[]).find((each) => each.contact.contactId === contactId);
    if (line) return line;
  }
  return undefined;
}

export function seeing(by: Client, ...contacts: [contactId: string, version?: number][]): Promise<Answer> {
  return by.post('/api/contact-stream/seen', {
    contacts: contacts.map(([contactId, version = 1]) => ({ contactId, version })),
  });
}
