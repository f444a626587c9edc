import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Language } from '../access/roles.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { ParticipantName, WayToReach } from './participant.dto.js';

interface ParticipantRow {
  id: string;
  preferred_name: string;
  legal_name: string;
  pronouns: string;
  language: Language;
  primary_coach_id: string | null;
  coach_name: string | null;
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
  if (!isId(participantId)) throw notFound('participant');
  const [row] = await tx.query<ParticipantRow[]>(
    `SELECT p.id, p.preferred_name, p.legal_name, p.pronouns, p.language, p.primary_coach_id, a.name AS coach_name
       FROM participants p
       LEFT JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.primary_coach_id
      WHERE p.organization_id = $1 AND p.id = $2`,
    [actor.organizationId, participantId],
  );
  if (!row) throw notFound('participant');
  return {
    participantId: row.id,
    preferredName: row.preferred_name,
    legalName: row.legal_name,
    pronouns: row.pronouns,
    language: row.language,
    primaryCoach: row.primary_coach_id
      ? { accountId: row.primary_coach_id, name: row.coach_name ?? '' }
      : null,
  };
}

interface WayToReachRow {
  id: string;
  kind: WayToReach['kind'];
  value: string;
  may_call: boolean;
  may_voicemail: boolean;
  may_text: boolean;
  may_say_who: boolean;
  best_hours: string;
  until_on: string | null;
}

/** The ways that hold today; one past its last day is no way any more. */
export async function waysToReach(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<WayToReach[]> {
  const rows = await tx.query<WayToReachRow[]>(
    `SELECT id, kind, value, may_call, may_voicemail, may_text, may_say_who, best_hours, until_on
       FROM ways_to_reach
      WHERE organization_id = $1 AND participant_id = $2 AND (until_on IS NULL OR until_on >= $3)
      ORDER BY may_call DESC, id`,
    [actor.organizationId, participantId, actor.today],
  );
  return rows.map((row) => ({
    wayToReachId: row.id,
    kind: row.kind,
    value: row.value,
    mayCall: row.may_call,
    mayVoicemail: row.may_voicemail,
    mayText: row.may_text,
    maySayWho: row.may_say_who,
    bestHours: row.best_hours,
    untilOn: row.until_on,
  }));
}
