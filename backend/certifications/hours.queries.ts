import type { EntityManager } from 'typeorm';
import type { SupervisionMinutes } from './certification.view.js';

/** How many contacts are held, by coach; of coaches within reach alone. */
export async function heldCounts(tx: EntityManager): Promise<Map<string, number>> {
  const rows = await tx.query<{ coach_id: string; held_count: number }[]>(
    'SELECT coach_id, held_count FROM held_contact_counts()',
  );
  return new Map(rows.map((row) => [row.coach_id, row.held_count]));
}

/** Minutes of supervision that both sides signed, both days included. */
export async function supervisionMinutes(
  tx: EntityManager,
  coachId: string,
  from: string,
  to: string,
): Promise<SupervisionMinutes> {
  const rows = await tx.query<{ kind: string; minutes: number; to_sign_count: number }[]>(
    'SELECT kind, minutes, to_sign_count FROM supervision_hours($2, $3) WHERE coach_id = $1',
    [coachId, from, to],
  );
  const of = (kind: string): number => rows.find((row) => row.kind === kind)?.minutes ?? 0;
  return {
    individual: of('individual'),
    group: of('group'),
    toSignCount: rows.reduce((sum, row) => sum + row.to_sign_count, 0),
  };
}

export interface ContactHours {
  way: string;
  reachedCount: number;
  attemptCount: number;
  minutes: number;
}

/** With whom is no part of it. Held and voided contacts are left out. */
export async function contactHours(
  tx: EntityManager,
  coachId: string,
  from: string,
  to: string,
): Promise<ContactHours[]> {
  const rows = await tx.query<
    { way: string; reached_count: number; attempt_count: number; minutes: number }[]
  >('SELECT way, reached_count, attempt_count, minutes FROM contact_hours($1, $2, $3) ORDER BY way', [
    coachId,
    from,
    to,
  ]);
  return rows.map((row) => ({
    way: row.way,
    reachedCount: row.reached_count,
    attemptCount: row.attempt_count,
    minutes: row.minutes,
  }));
}
