import { v7 as newId } from 'uuid';
import type { TestServer } from '../support/server.js';
import type { Participant } from './participant.js';
import type { Words } from './words.js';

/** This participant asks to be called, as the server answers it. */
export const asks = async (participant: Participant, more: Words = {}) =>
  (await participant.organization.server.as(participant)).post('/api/calls-asked-for', {
    callId: newId(),
    ...more,
  });

export const takesBack = async (participant: Participant, callId: string) =>
  (await participant.organization.server.as(participant)).post(
    `/api/calls-asked-for/${callId}/take-back`,
    {},
  );

/** Who was told of the call by a message, and whether it was withdrawn. */
export const toldBy = async (server: TestServer, callId: string) =>
  (
    await server.database.query(
      'SELECT account_id, kind, withdrawn_at IS NOT NULL AS is_withdrawn FROM messages WHERE subject_id = $1',
      [callId],
    )
  ).rows;
