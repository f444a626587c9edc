import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { loadSettings } from '../coaches/load.queries.js';
import { LOAD_DAYS, type LoadShape, partsOf, weightOf } from '../coaches/load.rules.js';
import type { OfCoach } from './of-team.js';
import type { TeamLoadLine } from './team-lists.dto.js';

interface LineRow {
  line_id: string;
  coach_id: string;
  coach_name: string;
  participant_id: string | null;
  is_second: boolean;
  is_paused: boolean;
  window_stage: LoadShape['window'];
  note_level: LoadShape['note'];
  is_new: boolean;
  is_long: boolean;
}

const { early, late, first, long } = LOAD_DAYS;

/**
 * Whom the load of a coach is made of, or that of all the team, heaviest first; nobody's is nobody's load. Names are
 * still to be put to them.
 */
export async function whomTheyCarry(
  tx: EntityManager,
  actor: Actor,
  of: OfCoach,
): Promise<Omit<TeamLoadLine, 'participantName'>[]> {
  if (of === null) return [];
  const [{ weights }, rows] = await Promise.all([
    loadSettings(tx, actor),
    tx.query<LineRow[]>('SELECT * FROM team_load($1, $2, $3, $4, $5, $6)', [
      ...[of ?? null, actor.today, early, late, first, long],
    ]),
  ]);
  return rows
    .map((row) => {
      const shape = {
        ...{ isSecond: row.is_second, isPaused: row.is_paused, window: row.window_stage },
        ...{ note: row.note_level, isNew: row.is_new, isLongCadence: row.is_long },
      };
      return {
        lineId: row.line_id,
        participantId: row.participant_id,
        coach: { accountId: row.coach_id, name: row.coach_name },
        weight: weightOf(shape, weights),
        // of whom a supervisor does not reach, not why they weigh what they weigh
        parts: row.participant_id ? partsOf(shape) : [],
      };
    })
    .sort((one, other) => other.weight - one.weight || (one.lineId < other.lineId ? -1 : 1));
}

/** Preferred names of those within reach. */
export async function preferredNames(
  tx: EntityManager,
  actor: Actor,
  participantIds: string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }[]>(
    'SELECT id, preferred_name AS name FROM participants WHERE organization_id = $1 AND id = ANY ($2)',
    [actor.organizationId, participantIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
