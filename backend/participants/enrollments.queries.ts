import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/door.js';
import type { Language } from '../access/roles.js';
import { Problem } from '../http/problem.js';

export interface NewParticipant {
  participantId: string;
  preferredName: string;
  legalName: string;
  pronouns: string;
  language: Language;
  requestHash: Buffer;
}

/**
 * @returns false when the same request added them before.
 * @throws Problem 409 when the id stands for somebody else.
 */
export async function addParticipant(
  tx: EntityManager,
  actor: Actor,
  person: NewParticipant,
): Promise<boolean> {
  const added = await tx.query<unknown[]>(
    `INSERT INTO participants (organization_id, id, preferred_name, legal_name, pronouns, language, request_hash, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      person.participantId,
      person.preferredName,
      person.legalName,
      person.pronouns,
      person.language,
      person.requestHash,
      actor.now,
    ],
  );
  if (added.length > 0) return true;
  const [known] = await tx.query<{ request_hash: Buffer | null }[]>(
    'SELECT request_hash FROM participants WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, person.participantId],
  );
  if (!known?.request_hash?.equals(person.requestHash))
    throw new Problem(
      409,
      'participant-id-taken',
      'This id already stands for another participant. Reload the page and add them again.',
    );
  return false;
}

/** The account with which a participant signs in. */
export async function setAccountOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  accountId: string,
): Promise<void> {
  await tx.query('UPDATE participants SET account_id = $3 WHERE organization_id = $1 AND id = $2', [
    actor.organizationId,
    participantId,
    accountId,
  ]);
}

/** The account of a participant who has not opened it yet. */
export async function accountToOpen(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }[]>(
    `SELECT a.id FROM participants p JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.account_id
      WHERE p.organization_id = $1 AND p.id = $2 AND a.activated_at IS NULL AND a.disabled_at IS NULL`,
    [actor.organizationId, participantId],
  );
  return row?.id;
}

/** Begins a stay in a program. The cadence is in days and holds from the enrollment day. */
export async function addEnrollment(
  tx: EntityManager,
  actor: Actor,
  stay: { participantId: string; programId: string; enrolledOn: string; agreedCadenceDays: number },
): Promise<void> {
  await tx.query(
    `INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_days, agreed_cadence_on)
     VALUES ($1, $2, $3, $4, $5, $6, $5)`,
    [
      actor.organizationId,
      newId(),
      stay.participantId,
      stay.programId,
      stay.enrolledOn,
      stay.agreedCadenceDays,
    ],
  );
}

/** A number to call. Leaving a message, texting and saying who calls stay off until the participant allows them. */
export async function addPhone(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  phone: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO ways_to_reach (organization_id, id, participant_id, kind, value, may_call, changed_by, changed_at)
     VALUES ($1, $2, $3, 'phone', $4, true, $5, $6)`,
    [actor.organizationId, newId(), participantId, phone, actor.accountId, actor.now],
  );
}
