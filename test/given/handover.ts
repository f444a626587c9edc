import { v7 as newId } from 'uuid';
import type { Answer, Client } from '../support/client.js';
import type { Participant } from './participant.js';
import type { Person } from './staff.js';
import type { Words } from './words.js';

/** What a supervisor sends to hand somebody over. */
export function handoverOf(
  { participantId }: Participant,
  to: Person,
  more: Words = {},
): Words & { handoverId: string } {
  return { handoverId: newId(), participantId, toId: to.accountId, ...more };
}

/** Handed over, and accepted by nobody yet. @returns its id */
export async function handedOver(
  supervisor: Client,
  participant: Participant,
  to: Person,
  more: Words = {},
): Promise<string> {
  const sent = handoverOf(participant, to, more);
  const answer = await supervisor.post('/api/handovers', sent);
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 201, code: undefined });
  return sent.handoverId;
}

export const pageOf = (who: Client, handoverId: string): Promise<Answer> =>
  who.get(`/api/handovers/${handoverId}`);
