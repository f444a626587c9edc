import { v7 as newId } from 'uuid';
import type { Client } from '../support/client.js';
import type { Answer } from '../support/client.js';
import type { Participant } from './participant.js';

/** What a coach sends to invite a participant. */
export function toInvite(more: object = {}): { invitationId: string } & Record<string, unknown> {
  return { invitationId: newId(), ...more };
}

export function invite(
  by: Client,
  { participantId }: { participantId: string },
  more: object = {},
): Promise<Answer> {
  return by.post(`/api/participants/${participantId}/invitation`, toInvite(more));
}

/** Somebody who has no account, or has one that they never opened. */
export async function notYetIn(
  participant: Participant,
  has: 'no account' | 'an account',
): Promise<Participant> {
  const { server } = participant.organization;
  if (has === 'an account')
    await server.database.query('UPDATE accounts SET activated_at = NULL WHERE id = $1', [
      participant.accountId,
    ]);
  else
    await server.database.query('UPDATE participants SET account_id = NULL WHERE id = $1', [
      participant.participantId,
    ]);
  return participant;
}

/** What is behind `/invitation/`. */
export const keyIn = (link: string): string => link.split('/').at(-1)!;
