import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { PlaceInList } from '../http/place-in-list.js';
import { TAKING_BACK_HOURS } from './closing.rules.js';
import type { EndedStay } from './stay.dto.js';
import { selectStays, type StayRow, stayView } from './stays.queries.js';

interface EndedRow extends StayRow {
  preferred_name: string;
  legal_name: string | null;
}

/**
 * Of everybody within reach who is in no program now, the stay that ended last; who died is left out. One more than
 * `limit`, so that a next page shows.
 *
 * @param asked.find any part of a name
 * @param asked.after the day on which the last one shown ended, and its id
 */
export async function endedStays(
  tx: EntityManager,
  actor: Actor,
  asked: { find: string; after?: PlaceInList; limit: number },
): Promise<EndedStay[]> {
  const [day, id] = asked.after ?? [null, null];
  const rows = await tx.query<EndedRow[]>(
    `${selectStays(actor, ', p.preferred_name, p.legal_name')}
      WHERE e.organization_id = $1 AND e.closed_on IS NOT NULL AND e.closing_reason IS DISTINCT FROM 'died'
        AND NOT EXISTS (
          SELECT 1 FROM enrollments o
           WHERE o.organization_id = e.organization_id AND o.participant_id = e.participant_id AND o.id <> e.id
             AND (o.closed_on IS NULL OR (o.closed_on, o.id) > (e.closed_on, e.id)))
        AND ($2 = '' OR strpos(lower(p.preferred_name), lower($2)) > 0 OR strpos(lower(p.legal_name), lower($2)) > 0)
        AND ($3::date IS NULL OR (e.closed_on, e.id) < ($3, $4::uuid))
        AND NOT has_died(e.participant_id)
      ORDER BY e.closed_on DESC, e.id DESC LIMIT $5`,
    [actor.organizationId, asked.find, day, id, asked.limit + 1],
  );
  return rows.map((row) => endedView(row, actor));
}

/** What the acting coach closed and may still take back, though they reach the record no more; the latest first. */
export async function ownClosings(tx: EntityManager, actor: Actor): Promise<EndedStay[]> {
  const since = new Date(actor.now.getTime() - TAKING_BACK_HOURS * 3_600_000);
  const rows = await tx.query<EndedRow[]>(
    `SELECT o.enrollment_id AS id, o.participant_id, o.program_id, o.program_name, o.enrolled_on, c.closed_on,
            c.reason AS closing_reason, c.id AS closing_id, c.closed_by, a.name AS closed_by_name, c.closed_at, c.words,
            o.preferred_name, NULL AS legal_name
       FROM own_closings_since($2) o
       JOIN closings c ON c.organization_id = $1 AND c.id = o.closing_id
       JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.closed_by
      ORDER BY c.closed_at DESC, c.id`,
    [actor.organizationId, since],
  );
  return rows.map((row) => endedView(row, actor));
}

function endedView(row: EndedRow, actor: Actor): EndedStay {
  return {
    ...stayView(row, actor),
    preferredName: row.preferred_name,
    legalName: row.legal_name,
  };
}
