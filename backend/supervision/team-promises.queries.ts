import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { PlaceInList } from '../http/place-in-list.js';
import { IS_OF_TEAM, type OfCoach, ofTeam } from './of-team.js';
import type { PromisesAsked, TeamPromise } from './team-lists.dto.js';
import type { Period } from './team-period.rules.js';

/** Before it is said whether the participant is still within reach. */
export type CountedPromise = Omit<TeamPromise, 'participantId'> & { participantId: string };

interface PromiseRow {
  id: string;
  participant_id: string;
  participant_name: string | null;
  coach_id: string;
  coach_name: string;
  words: string;
  due_on: string;
  kept_on: string | null;
}

interface Asked {
  of: OfCoach;
  state: PromisesAsked;
  period: Period;
  after?: PlaceInList;
  limit: number;
}

/**
 * Each coach gives at most a page, from their own index; the pages are merged. One toward somebody whose record is locked
 * is not within reach, unless the supervisor was told of a note, and is left out either way.
 */
const KEPT = `
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
     AND p.is_locked IS NOT TRUE
   ORDER BY m.kept_on DESC, m.id DESC LIMIT $8`;

const OPEN = `
  SELECT m.id, m.participant_id, p.preferred_name AS participant_name, m.coach_id, a.name AS coach_name, m.words,
         m.due_on, m.kept_on
    FROM promises m
    JOIN participants p ON p.organization_id = m.organization_id AND p.id = m.participant_id
    JOIN accounts a ON a.organization_id = m.organization_id AND a.id = m.coach_id
   WHERE m.organization_id = $1 AND m.kept_at IS NULL AND m.released_at IS NULL AND ${IS_OF_TEAM}
     AND ($5::date IS NULL OR m.due_on < $5) AND ($6::date IS NULL OR (m.due_on, m.id) > ($6, $7::uuid))
   ORDER BY m.due_on, m.id LIMIT $8`;

/** The promises that the numbers of the overview count. */
export async function countedPromises(
  tx: EntityManager,
  actor: Actor,
  { of, state, period, after, limit }: Asked,
): Promise<CountedPromise[]> {
  const place = [after?.[0] ?? null, after?.[1] ?? null, limit];
  if (state !== 'kept') {
    const dueBefore = state === 'overdue' ? actor.today : null;
    return lines(await tx.query<PromiseRow[]>(OPEN, [...ofTeam(actor, of), dueBefore, ...place]));
  }
  // nobody's promises are none
  if (of === null) return [];
  return lines(
    await tx.query<PromiseRow[]>(KEPT, [
      ...[actor.organizationId, actor.actingFor, of ?? null],
      ...[period.from, period.to],
      ...place,
    ]),
  );
}

const lines = (rows: PromiseRow[]): CountedPromise[] =>
  rows.map((row) => ({
    promiseId: row.id,
    participantId: row.participant_id,
    participantName: row.participant_name,
    coach: { accountId: row.coach_id, name: row.coach_name },
    words: row.words,
    dueOn: row.due_on,
    keptOn: row.kept_on,
  }));
