import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { barcDueOn, type BarcRhythm, DEFAULT_RHYTHM, isTimeFor } from './barc-rhythm.rules.js';

export interface RhythmRow {
  barc_first_days: number | null;
  barc_every_days: number | null;
}

/** The defaults hold where the organization has set nothing. */
export function rhythmOf(row: RhythmRow | undefined): BarcRhythm {
  return {
    firstDays: row?.barc_first_days ?? DEFAULT_RHYTHM.firstDays,
    everyDays: row?.barc_every_days ?? DEFAULT_RHYTHM.everyDays,
  };
}

/** When a participant's BARC-10 is due, and whether it is time to say so. */
export interface QuestionsDue {
  dueOn: string;
  isTime: boolean;
}

/** When BARC-10 is due for a participant already within reach; null without an open enrollment. */
export async function questionsDueOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<QuestionsDue | null> {
  const [row] = await tx.query<(RhythmRow & { enrolled_on: string | null; last_on: string | null })[]>(
    `SELECT s.barc_first_days, s.barc_every_days,
            (SELECT min(e.enrolled_on) FROM enrollments e
              WHERE e.organization_id = $1 AND e.participant_id = $2 AND e.closed_on IS NULL) AS enrolled_on,
            (SELECT max(b.taken_on) FROM assessments b
              WHERE b.organization_id = $1 AND b.participant_id = $2 AND b.instrument = 'barc-10') AS last_on
       FROM organizations o LEFT JOIN assessment_settings s ON s.organization_id = o.id
      WHERE o.id = $1`,
    [actor.organizationId, participantId],
  );
  if (!row?.enrolled_on) return null;
  const dueOn = barcDueOn({ enrolledOn: row.enrolled_on, lastTakenOn: row.last_on }, rhythmOf(row));
  return { dueOn, isTime: isTimeFor(dueOn, actor.today) };
}
