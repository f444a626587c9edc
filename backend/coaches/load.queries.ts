import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import {
  DEFAULT_LOAD,
  type Load,
  LOAD_DAYS,
  loadOf,
  type LoadSettings,
  type LoadShape,
} from './load.rules.js';

interface ShapeRow {
  is_second: boolean;
  is_paused: boolean;
  window_stage: LoadShape['window'];
  note_level: LoadShape['note'];
  is_new: boolean;
  is_long: boolean;
  head_count: number;
}

export interface LoadSettingsRow {
  each_weight: number;
  early_window_weight: number;
  late_window_weight: number;
  urgent_note_weight: number;
  concern_note_weight: number;
  first_days_weight: number;
  long_cadence_relief: number;
  light_weight: number;
  least_weight: number;
  capacity: number;
  head_count_ceiling: number | null;
  version: number;
}

interface LoadRow {
  coach_id: string;
  capacity: number | null;
  head_count_ceiling: number | null;
  settings: LoadSettingsRow | null;
  shapes: ShapeRow[] | null;
}

const DAYS = [LOAD_DAYS.early, LOAD_DAYS.late, LOAD_DAYS.first, LOAD_DAYS.long];

/** @param shapes the function that weighs: of a coach's own people, or of anybody's */
const loads = (shapes: 'load_shapes' | 'load_shapes_of_anybody'): string => `
  SELECT c.id AS coach_id, c.capacity, c.head_count_ceiling, to_jsonb(s) AS settings,
         jsonb_agg(to_jsonb(f)) FILTER (WHERE f.coach_id IS NOT NULL) AS shapes
    FROM coaches c
    LEFT JOIN load_settings s ON s.organization_id = c.organization_id
    LEFT JOIN ${shapes}($2, NULL, $3, $4, $5, $6, $7) f ON f.coach_id = c.id
   WHERE c.organization_id = $1 AND c.id = ANY ($2)
   GROUP BY c.id, c.capacity, c.head_count_ceiling, s.*`;

/**
 * What each of these coaches carries today, by coach, in one statement over what is stored: its cost follows their
 * participants, not their history. The same whoever asks, but that a coach learns only their own.
 */
export function loadsOf(
  tx: EntityManager,
  actor: Pick<Actor, 'organizationId' | 'today'>,
  coachIds: readonly string[],
): Promise<Map<string, Load>> {
  return weigh(tx, actor, coachIds, loads('load_shapes'));
}

/** The same for whoever chooses who covers: a coach too learns what colleagues carry, as sums and never why. */
export function loadsToCover(
  tx: EntityManager,
  actor: Pick<Actor, 'organizationId' | 'today'>,
  coachIds: readonly string[],
): Promise<Map<string, Load>> {
  return weigh(tx, actor, coachIds, loads('load_shapes_of_anybody'));
}

async function weigh(
  tx: EntityManager,
  actor: Pick<Actor, 'organizationId' | 'today'>,
  coachIds: readonly string[],
  statement: string,
): Promise<Map<string, Load>> {
  if (coachIds.length === 0) return new Map();
  const rows = await tx.query<LoadRow[]>(statement, [actor.organizationId, coachIds, actor.today, ...DAYS]);
  return new Map(
    rows.map((row) => [
      row.coach_id,
      loadOf(
        (row.shapes ?? []).map(shapeOf),
        { capacity: row.capacity, headCountCeiling: row.head_count_ceiling },
        settingsOf(row.settings),
      ),
    ]),
  );
}

/** How a participant would weigh on a primary coach today; undefined when they are not enrolled. Reach is the caller's to ask. */
export async function shapeOfParticipant(
  tx: EntityManager,
  actor: Pick<Actor, 'today'>,
  participantId: string,
): Promise<LoadShape | undefined> {
  const [row] = await tx.query<ShapeRow[]>('SELECT * FROM load_shapes(NULL, $1, $2, $3, $4, $5, $6)', [
    participantId,
    actor.today,
    ...DAYS,
  ]);
  return row && shapeOf(row);
}

/** What the organization has set, or the defaults. */
export async function loadSettings(
  tx: EntityManager,
  actor: Pick<Actor, 'organizationId'>,
): Promise<LoadSettings & { version: number }> {
  const [row] = await tx.query<LoadSettingsRow[]>('SELECT * FROM load_settings WHERE organization_id = $1', [
    actor.organizationId,
  ]);
  return { ...settingsOf(row ?? null), version: row?.version ?? 0 };
}

/** The defaults where nobody has set anything. */
export function settingsOf(row: LoadSettingsRow | null): LoadSettings {
  if (row === null) return DEFAULT_LOAD;
  return {
    weights: {
      each: row.each_weight,
      earlyWindow: row.early_window_weight,
      lateWindow: row.late_window_weight,
      urgentNote: row.urgent_note_weight,
      concernNote: row.concern_note_weight,
      firstDays: row.first_days_weight,
      longCadence: row.long_cadence_relief,
      light: row.light_weight,
      least: row.least_weight,
    },
    capacity: row.capacity,
    headCountCeiling: row.head_count_ceiling,
  };
}

function shapeOf(row: ShapeRow): LoadShape & { count: number } {
  return {
    isSecond: row.is_second,
    isPaused: row.is_paused,
    window: row.window_stage,
    note: row.note_level,
    isNew: row.is_new,
    isLongCadence: row.is_long,
    count: row.head_count,
  };
}
