import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { KnownRecord, Stay } from './duplicate.dto.js';

interface KnownRow {
  id: string;
  preferred_name: string;
  legal_name: string;
  pronouns: string;
  coach_id: string | null;
  coach_name: string | null;
  stays: Stay[];
}

/** Those of these who are within the actor's reach, by id. */
export async function recordsInReach(
  tx: EntityManager,
  actor: Actor,
  participantIds: string[],
): Promise<Map<string, KnownRecord>> {
  const rows = await tx.query<KnownRow[]>(
    `SELECT p.id, p.preferred_name, p.legal_name, p.pronouns, p.primary_coach_id AS coach_id, a.name AS coach_name, ARRAY(
              SELECT jsonb_build_object('programName', g.name, 'enrolledOn', e.enrolled_on, 'closedOn', e.closed_on)
                FROM enrollments e JOIN programs g ON g.organization_id = e.organization_id AND g.id = e.program_id
               WHERE e.organization_id = p.organization_id AND e.participant_id = p.id
               ORDER BY e.enrolled_on DESC, e.id) AS stays
       FROM participants p
       LEFT JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.primary_coach_id
      WHERE p.organization_id = $1 AND p.id = ANY ($2)`,
    [actor.organizationId, participantIds],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        participantId: row.id,
        preferredName: row.preferred_name,
        legalName: row.legal_name,
        pronouns: row.pronouns,
        coach: row.coach_id ? { accountId: row.coach_id, name: row.coach_name ?? '' } : null,
        stays: row.stays,
      },
    ]),
  );
}
