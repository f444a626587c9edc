import { v7 as newId } from 'uuid';
import type { Answer, Client } from '../support/client.js';
import { everyPage } from '../support/pages.js';
import type { TestServer } from '../support/server.js';
import { logged } from './logged.js';
import { aTeam, type Team } from './team.js';
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

/** Tuesday noon in New York: a contact that Rosa logged just now, and Sam who reads it. */
export interface Talk {
  team: Team;
  sam: Client;
  rosa: Client;
  contactId: string;
  /** What waits for Rosa, in one line. */
  waiting(): Promise<unknown>;
}

export async function aTalk(server: TestServer): Promise<Talk> {
  server.clock.set('2026-03-10T16:00:00Z');
  const team = await aTeam(server);
  const [sam, rosa] = [await server.as(team.sam), await server.as(team.rosa)];
  const contactId = await logged(team.rosa, team.theo, { sharedNote: 'We talked.' });
  return { team, sam, rosa, contactId, waiting: async () => (await rosa.get('/api/feedback/waiting')).body };
}

/** The share of contacts that is asked for. */
export async function sample({ organization }: Team, percent: number): Promise<void> {
  await organization.server.database.query(
    'UPDATE review_settings SET sample_percent = $2 WHERE organization_id = $1',
    [organization.organizationId, percent],
  );
}

/** The stream from its first page to its last, by the ids of its contacts. */
export async function idsInStream(by: Client, show = 'to read'): Promise<string[]> {
  const lines = await everyPage<StreamLine>(by, `/api/contact-stream?show=${encodeURIComponent(show)}`);
  return lines.map((line) => line.contact.contactId);
}

/** A contact as it stands in the stream, as far as tests read it. */
export interface StreamLine {
  contact: { contactId: string; participantName: string; version: number; isHeld: boolean };
  recordedOn: string;
  isNew: boolean;
  askedBecause: string | null;
  isToRead: boolean;
  isChangedSinceSeen: boolean;
  saidWhenSeen: Record<string, unknown> | null;
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
