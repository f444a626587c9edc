import { v7 as newId } from 'uuid';
import type { Answer } from '../support/client.js';
import { today } from './organization.js';
import type { Participant } from './participant.js';
import type { Person } from './staff.js';
import type { Words } from './words.js';

/** What the page sends: completed today, and nothing more, unless a test says so. */
export const closingWith = (
  { organization }: Participant,
  more: Words = {},
): Words & { closingId: string } => ({
  closingId: newId(),
  closedOn: today(organization),
  reason: 'completed',
  ...more,
});

/** This person of the staff closes the participant's stay. */
export async function closesStay(by: Person, participant: Participant, more: Words = {}): Promise<Answer> {
  const client = await by.organization.server.as(by);
  return client.post(`/api/enrollments/${participant.enrollmentId}/closing`, closingWith(participant, more));
}

/** A new stay of somebody who was here before, in their organization's one program. */
export const anotherStay = (
  { organization }: Participant,
  more: Words = {},
): Words & { enrollmentId: string } => ({
  enrollmentId: newId(),
  programId: organization.programId,
  ...more,
});
