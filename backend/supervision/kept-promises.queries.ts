import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { PlaceInList } from '../http/place-in-list.js';
import type { OfCoach } from './team-lists.queries.js';
import type { TeamPromise } from './team.dto.js';

/** Before it is said whether the participant is still within reach. */
export type KeptPromise = Omit<TeamPromise, 'participantId'> & { participantId: string };

interface KeptRow {
  id: string;
  participant_id: string;
  participant_name: string | null;
  coach_id: string;
  coach_name: string;
  words: string;
  due_on: string;
  kept_on: string;
}

/** Each coach gives at most a page, from their own index; the pages are merged. */
const KEPT_PROMISES = `
  SELECT m.id, m.participant_id, p.preferred_name AS participant_name, c.id AS coach_id, a.name AS coach_name, m.words,
         m.due_on, m.kept_on
    FROM coaches c
    JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
   CROSS JOIN LATERAL (
      SELECT * FROM promises m
       WHERE m.organization_id = c.organization_id AND m.kept_by = c.id AND m.kept_at IS NOT NULL
         AND m.kept_on BETWEEN $4 AND $5 AND ($6::date IS NULL OR (m.kept_on, m.id) < ($6, $7::uuid))
       ORDER BY m.kept_on DESC, m.id DESC LIMIT $8) m
    LEFT JOIN participants p ON p.organization_id = m.organization_id AND p.id = m.participant_id
   WHERE c.organization_id = $1 AND c.supervisor_id = ANY ($2::uuid[]) AND ($3::uuid IS NULL OR c.id = $3)
   ORDER BY m.kept_on DESC, m.id DESC LIMIT $8`;

/** What the coaches of the team kept, kept last first; nobody's promises are none. */
export async function keptPromises(
  tx: EntityManager,
  actor: Actor,
  asked: { of: OfCoach; from: string; after?: PlaceInList; limit: number },
): Promise<KeptPromise[]> {
  if (asked.of === null) return [];
  const [keptOn, promiseId] = asked.after ?? [null, null];
  const rows = await tx.query<KeptRow[]>(KEPT_PROMISES, [
    actor.organizationId,
    actor.actingFor,
    asked.of ?? null,
    asked.from,
    actor.today,
    keptOn,
    promiseId,
    asked.limit,
  ]);
  return rows.map((row) => ({
    promiseId: row.id,
    participantId: row.participant_id,
    participantName: row.participant_name,
    coach: { accountId: row.coach_id, name: row.coach_name },
    words: row.words,
    dueOn: row.due_on,
    keptOn: row.kept_on,
  }));
}
