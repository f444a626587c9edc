import type { Participant } from './participant.js';
import type { Person } from './staff.js';
import { contactWith, riskNoteAbout, type Words } from './words.js';

/** A contact this coach logged, reached and now unless the test says more. @returns its id */
export async function logged(coach: Person, participant: Participant, more: Words = {}): Promise<string> {
  const sent = contactWith(participant, more);
  await send(coach, '/api/contacts', sent);
  return sent.contactId;
}

/** A risk note this coach raised. @returns its id */
export async function raised(coach: Person, participant: Participant, more: Words = {}): Promise<string> {
  const sent = riskNoteAbout(participant, { signals: ['lonely'], ...more });
  await send(coach, '/api/risk-notes', sent);
  return sent.riskNoteId;
}

async function send(by: Person, path: string, sent: Words): Promise<void> {
  const { status, body } = await (await by.organization.server.as(by)).post(path, sent);
  if (status !== 201) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
}
