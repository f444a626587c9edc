import { v7 as newId } from 'uuid';
import type { Answer } from '../support/client.js';
import { today } from './organization.js';
import type { Participant } from './participant.js';
import type { Person } from './staff.js';
import type { Words } from './words.js';

/** What the page sends: died today, and nothing of the family's wishes, unless a test says more. */
export const deathOn = (diedOn: string, more: Words = {}): Words & { deathId: string } => ({
  deathId: newId(),
  diedOn,
  ...more,
});

/** This person of the staff says that the participant died. */
export async function saysDeath(by: Person, participant: Participant, more: Words = {}): Promise<Answer> {
  const client = await by.organization.server.as(by);
  return client.post(
    `/api/participants/${participant.participantId}/death`,
    deathOn(today(by.organization), more),
  );
}

/** Every row that is about this participant and could be frozen, as JSON, without the numbers of versions. */
export async function everythingAbout(participant: Participant): Promise<Record<string, unknown>> {
  const { organization, participantId, accountId } = participant;
  const found: Record<string, unknown> = {};
  for (const table of OF_PARTICIPANT) {
    const { rows } = await organization.server.database.query<{ row: object }>(
      `SELECT to_jsonb(t) - 'version' AS row FROM ${table} t WHERE participant_id = $1 ORDER BY 1`,
      [participantId],
    );
    found[table] = rows;
  }
  const { rows: accounts } = await organization.server.database.query(
    `SELECT to_jsonb(a) - 'version' AS row FROM accounts a WHERE id = $1`,
    [accountId],
  );
  const { rows: messages } = await organization.server.database.query(
    `SELECT m.kind, m.withdrawn_at, d.way, d.state, d.settled_at FROM messages m
       JOIN message_deliveries d ON d.organization_id = m.organization_id AND d.message_id = m.id
      WHERE m.organization_id = $1 AND m.kind <> 'death' ORDER BY d.id`,
    [organization.organizationId],
  );
  return { ...found, accounts, messages };
}

const OF_PARTICIPANT = [
  'enrollments',
  'standings',
  'assignments',
  'planned_contacts',
  'promises',
  'calls_asked_for',
  'risk_notes',
  'answering_clocks',
  'risk_note_told',
  'contacts',
  'check_ins',
];
