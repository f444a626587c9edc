import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { CallAskedView, CallWithoutCoach } from './call.dto.js';

/**
 * When somebody was first in touch since, of a row of `calls_asked_for`; null while nobody was. A contact's time is
 * known to the minute, so one of the minute in which they asked counts when it was written down after they did.
 */
export const answeredAt = (call: string): string => `(
  SELECT min(c.happened_at) FROM contacts c
   WHERE c.organization_id = ${call}.organization_id AND c.participant_id = ${call}.participant_id
     AND c.voided_at IS NULL AND c.outcome = 'reached'
     AND c.happened_at >= date_trunc('minute', ${call}.asked_at) AND c.recorded_at > ${call}.asked_at)`;

interface CallRow {
  id: string;
  participant_id: string;
  preferred_name: string;
  asked_at: Date;
  asked_on: string;
  about: string;
  best_time: string;
  withdrawn_at: Date | null;
  answered_at: Date | null;
}

const asked = (row: CallRow) => ({
  callId: row.id,
  askedAt: row.asked_at,
  askedOn: row.asked_on,
  about: row.about,
  bestTime: row.best_time,
});

/** What a participant asked for, the latest first. */
export async function callsOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<CallAskedView[]> {
  const rows = await tx.query<CallRow[]>(
    `SELECT k.*, ${answeredAt('k')} AS answered_at FROM calls_asked_for k
      WHERE k.organization_id = $1 AND k.participant_id = $2 ORDER BY k.asked_at DESC, k.id DESC LIMIT 10`,
    [actor.organizationId, participantId],
  );
  return rows.map((row) => ({
    ...asked(row),
    state: row.withdrawn_at ? 'withdrawn' : row.answered_at ? 'answered' : 'open',
    answeredAt: row.withdrawn_at ? null : row.answered_at,
  }));
}

/** Open requests within a supervisor's reach that stand on no coach's Today, who has waited longest first. */
export async function callsWithoutCoach(tx: EntityManager, actor: Actor): Promise<CallWithoutCoach[]> {
  const rows = await tx.query<CallRow[]>(
    `SELECT k.*, p.preferred_name FROM calls_asked_for k
       JOIN participants p ON p.organization_id = k.organization_id AND p.id = k.participant_id
      WHERE k.organization_id = $1 AND k.replaced_at IS NULL AND k.withdrawn_at IS NULL
        AND ${answeredAt('k')} IS NULL AND cardinality(coaches_who_see(k.organization_id, k.participant_id)) = 0
      ORDER BY k.asked_at, k.id`,
    [actor.organizationId],
  );
  return rows.map((row) => ({
    ...asked(row),
    participantId: row.participant_id,
    preferredName: row.preferred_name,
  }));
}
