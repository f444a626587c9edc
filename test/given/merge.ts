import { v7 as newId } from 'uuid';
import type { Answer } from '../support/client.js';
import type { Participant } from './participant.js';
import type { Person } from './staff.js';
import type { Words } from './words.js';

/** What the page sends: the second record becomes a part of the first one, whose sign-in stays. */
export const mergeOf = (into: Participant, from: Participant, more: Words = {}): Words => ({
  mergeId: newId(),
  intoId: into.participantId,
  fromId: from.participantId,
  preferredName: into.name,
  legalName: '',
  pronouns: '',
  language: 'en',
  accountId: into.accountId,
  areBothTheirs: true,
  why: 'The same ID card.',
  ...more,
});

/** This person of the staff merges the second record into the first one. */
export async function merges(
  by: Person,
  into: Participant,
  from: Participant,
  more: Words = {},
): Promise<Answer> {
  return (await by.organization.server.as(by)).post('/api/merges', mergeOf(into, from, more));
}

/** Rows of a table about this participant, in the order in which they were made or begin. */
export async function rowsOf(
  table: string,
  participant: Participant,
  columns: string,
  order = columns,
): Promise<Record<string, unknown>[]> {
  const { rows } = await participant.organization.server.database.query<Record<string, unknown>>(
    `SELECT ${columns} FROM ${table} WHERE participant_id = $1 ORDER BY ${order}`,
    [participant.participantId],
  );
  return rows;
}
