import { v7 as newId } from 'uuid';
import { standAnew, type Participant } from './participant.js';

/** What no route writes yet, put in past the server, with the standing that follows. */
async function put(participant: Participant, sql: string, values: unknown[]): Promise<void> {
  const { server, organizationId } = participant.organization;
  await server.database.query(sql, [organizationId, newId(), participant.participantId, ...values]);
  await standAnew(participant);
}

export function aCheckInOf(participant: Participant, checkedInOn: string): Promise<void> {
  return put(
    participant,
    `INSERT INTO check_ins (organization_id, id, participant_id, checked_in_at, checked_in_on, mood, made_by)
     VALUES ($1, $2, $3, $4::date + time '12:00', $4, 'steady', $5)`,
    [checkedInOn, participant.accountId],
  );
}

export function aWindowOf(
  participant: Participant,
  { event = 'release', beganOn }: { event?: string; beganOn: string },
): Promise<void> {
  return put(
    participant,
    `INSERT INTO vulnerability_windows (organization_id, id, participant_id, event, began_on) VALUES ($1, $2, $3, $4, $5)`,
    [event, beganOn],
  );
}

export function aPauseOf(
  participant: Participant,
  { reason = 'wish', fromOn, throughOn }: { reason?: string; fromOn: string; throughOn: string },
): Promise<void> {
  return put(
    participant,
    `INSERT INTO pauses (organization_id, id, participant_id, reason, from_on, through_on) VALUES ($1, $2, $3, $4, $5, $6)`,
    [reason, fromOn, throughOn],
  );
}
