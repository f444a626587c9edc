import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import type { Language } from '../access/roles.js';
import { isId } from '../http/fields.js';
import type { ParticipantName } from './participant.dto.js';

interface ParticipantRow {
  id: string;
  preferred_name: string;
  legal_name: string;
  pronouns: string;
  language: Language;
  reads_in: Language | null;
  primary_coach_id: string | null;
  coach_name: string | null;
}

/** The participant when they are within the actor's reach; undefined when missing, out of reach or malformed. */
export async function participantIfInReach(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<ParticipantName | undefined> {
  if (!isId(participantId)) return undefined;
  const [row] = await tx.query<ParticipantRow[]>(
    `SELECT p.id, p.preferred_name, p.legal_name, p.pronouns, p.language, p.reads_in, p.primary_coach_id,
            a.name AS coach_name
       FROM participants p
       LEFT JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.primary_coach_id
      WHERE p.organization_id = $1 AND p.id = $2`,
    [actor.organizationId, participantId],
  );
  return row && nameOf(row);
}

/**
 * The participant, when they are within the actor's reach. The first line of every use case about one person.
 * @throws Problem 404, the same for missing, out of reach and malformed.
 */
export async function participantInReach(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<ParticipantName> {
  return found(await participantIfInReach(tx, actor, participantId), 'participant');
}

function nameOf(row: ParticipantRow): ParticipantName {
  return {
    participantId: row.id,
    preferredName: row.preferred_name,
    legalName: row.legal_name,
    pronouns: row.pronouns,
    language: row.language,
    readsIn: row.reads_in,
    primaryCoach: row.primary_coach_id
      ? { accountId: row.primary_coach_id, name: row.coach_name ?? '' }
      : null,
  };
}
