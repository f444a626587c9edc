import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/door.js';
import { answeringTerms } from '../risk/answering.store.js';
import {
  nextInRhythm,
  rangeOf,
  type SessionKind,
  spanOf,
  toldAt,
  whyNotOfKind,
} from './session-plan.rules.js';
import type { SessionRow } from './sessions.queries.js';
import { tellCoaches } from './tell-of-session.js';

/**
 * The next of a rhythm, with whoever still reports to the supervisor and may sign in, at the first day from its own on
 * on which everybody is free; of a group that one coach is left of, none.
 */
export async function planNext(tx: EntityManager, actor: Actor, row: SessionRow): Promise<void> {
  if (row.every_days === null || row.next) return;
  const coachIds = row.coaches
    .filter(({ reportsTo, isDisabled }) => reportsTo === row.supervisor_id && !isDisabled)
    .map(({ accountId }) => accountId);
  if (whyNotOfKind(row.kind, coachIds.length)) return;
  const after = row.planned_on > actor.today ? row.planned_on : actor.today;
  const rhythmOn = nextInRhythm(row.rhythm_on, row.every_days, after);
  for (let days = 0; days < 7; days += 1) {
    const plan = {
      plannedOn: Temporal.PlainDate.from(rhythmOn).add({ days }).toString(),
      plannedTime: row.planned_time,
      plannedMinutes: row.planned_minutes,
    };
    const [{ is_free: isFree } = { is_free: false }] = await tx.query<{ is_free: boolean }[]>(
      'SELECT is_free_for_session($1, $2, $3) AS is_free',
      [row.supervisor_id, coachIds, rangeOf(spanOf(plan, actor.timeZone))],
    );
    if (!isFree) continue;
    await insertSession(tx, actor, {
      ...{ sessionId: newId(), supervisorId: row.supervisor_id, coachIds, kind: row.kind, requestHash: null },
      ...{ ...plan, everyDays: row.every_days, rhythmOn, followsId: row.id },
    });
    return;
  }
}

interface ToInsert {
  sessionId: string;
  supervisorId: string;
  coachIds: string[];
  kind: SessionKind;
  plannedOn: string;
  plannedTime: string;
  plannedMinutes: number;
  everyDays: number | null;
  rhythmOn: string;
  followsId: string | null;
  requestHash: Buffer | null;
}

/** Writes a plan down, and tells its coaches now where the moment to tell them has gone by. */
export async function insertSession(tx: EntityManager, actor: Actor, to: ToInsert): Promise<void> {
  const span = spanOf(to, actor.timeZone);
  const told = toldAt(await answeringTerms(tx), to.plannedOn, actor.now);
  await tx.query(
    `INSERT INTO supervision_sessions (organization_id, id, supervisor_id, kind, planned_on, planned_time,
       planned_minutes, during, ends_at, every_days, rhythm_on, follows_id, planned_at, planned_by, request_hash,
       tell_at, told_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      ...[actor.organizationId, to.sessionId, to.supervisorId, to.kind, to.plannedOn, to.plannedTime],
      ...[to.plannedMinutes, rangeOf(span), span.endsAt, to.everyDays, to.rhythmOn, to.followsId],
      ...[actor.now, actor.accountId, to.requestHash, told.tellAt, told.isNear ? actor.now : null],
    ],
  );
  await tx.query(
    `INSERT INTO supervision_session_coaches (organization_id, session_id, coach_id, during)
     SELECT $1, $2, coach_id, $4 FROM unnest($3::uuid[]) coach_id`,
    [actor.organizationId, to.sessionId, to.coachIds, rangeOf(span)],
  );
  if (told.isNear) await tellCoaches(tx, actor, to.sessionId, `near ${to.plannedOn} ${to.plannedTime}`);
}
