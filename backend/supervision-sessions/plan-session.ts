import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { type Actor, found } from '../access/door.js';
import { whyNoPlan } from '../contacts/planned-contacts.rules.js';
import { isId } from '../http/fields.js';
import { invalid, notFound, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { holdTerms, setClocksAnew } from '../risk/answering.store.js';
import { dayInWords } from './agenda-words.js';
import { nextInRhythm, rangeOf, type SessionKind, spanOf, whyNotOfKind } from './session-plan.rules.js';
import { attending, sessionInReach, type SessionRow, sessionRow } from './sessions.queries.js';
import type { PlanSession, SessionMoment } from './supervision-session.dto.js';

interface CoachRow {
  id: string;
  name: string;
  supervisor_id: string;
  is_disabled: boolean;
}

/**
 * Plans a session with coaches of the team, once for its id.
 * @throws Problem 422, 404 for a coach of another team, 409 for one who can't come.
 */
export async function planSession(tx: EntityManager, actor: Actor, asked: PlanSession): Promise<SessionRow> {
  const coachIds = [...new Set(asked.coachIds.map((id) => id.toLowerCase()))].sort();
  const hash = requestHash({ ...asked, coachIds });
  const earlier = await sessionRow(tx, actor, asked.sessionId);
  if (earlier) {
    if (earlier.request_hash?.equals(hash)) return earlier;
    throw new Problem(
      409,
      'supervision-session-id-taken',
      'Another session was already planned under this id.',
    );
  }
  const coaches = await coachesToSupervise(tx, actor, coachIds);
  const wrong = whyNotOfKind(asked.kind, coachIds.length);
  if (wrong) throw invalid('coachIds', wrong, KIND_WORDS[wrong]);
  refuseMoment(asked, actor);
  const supervisorId = found(coaches[0], 'coach').supervisor_id;
  if (coaches.some((coach) => coach.supervisor_id !== supervisorId))
    throw invalid('coachIds', 'of-two-teams', 'A group is of one team. Plan one for each.');
  await refuseAway(tx, actor, asked.plannedOn, coachIds);
  await holdTerms(tx, true);
  await insertSession(tx, actor, {
    ...{ sessionId: asked.sessionId, supervisorId, coachIds, kind: asked.kind, requestHash: hash },
    ...{ plannedOn: asked.plannedOn, plannedTime: asked.plannedTime, plannedMinutes: asked.minutes },
    ...{ everyDays: asked.everyDays ?? null, rhythmOn: asked.plannedOn, followsId: null },
  });
  await clocksAnew(tx, actor);
  return sessionInReach(tx, actor, asked.sessionId);
}

/** Another day, time, length or rhythm for one that has not begun; the rhythm is counted on from the new day. */
export async function moveSession(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
  asked: SessionMoment,
): Promise<void> {
  refuseMoment(asked, actor, row.planned_on);
  const coachIds = row.coaches.map(({ accountId }) => accountId);
  if (asked.plannedOn !== row.planned_on) await refuseAway(tx, actor, asked.plannedOn, coachIds);
  const everyDays = asked.everyDays ?? null;
  const span = spanOf({ ...asked, plannedMinutes: asked.minutes }, actor.timeZone);
  await holdTerms(tx, true);
  await tx.query(
    `UPDATE supervision_sessions SET planned_on = $3, planned_time = $4, planned_minutes = $5, during = $6, ends_at = $7,
            every_days = $8, rhythm_on = CASE WHEN every_days IS DISTINCT FROM $8 THEN $3 ELSE rhythm_on END,
            version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [
      ...[actor.organizationId, row.id, asked.plannedOn, asked.plannedTime, asked.minutes],
      ...[rangeOf(span), span.endsAt, everyDays],
    ],
  );
  await clocksAnew(tx, actor);
}

export async function callOffSession(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
  { reason, goesOn }: { reason: string; goesOn: boolean },
): Promise<void> {
  await holdTerms(tx, true);
  await tx.query(
    `UPDATE supervision_sessions SET called_off_at = $3, called_off_by = $4, call_off_reason = $5, during = 'empty',
            version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, row.id, actor.now, actor.accountId, reason],
  );
  if (goesOn && row.begun_at === null) await planNext(tx, actor, row);
  await clocksAnew(tx, actor);
}

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

async function insertSession(tx: EntityManager, actor: Actor, to: ToInsert): Promise<void> {
  const span = spanOf(to, actor.timeZone);
  await tx.query(
    `INSERT INTO supervision_sessions (organization_id, id, supervisor_id, kind, planned_on, planned_time,
       planned_minutes, during, ends_at, every_days, rhythm_on, follows_id, planned_at, planned_by, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[actor.organizationId, to.sessionId, to.supervisorId, to.kind, to.plannedOn, to.plannedTime],
      ...[to.plannedMinutes, rangeOf(span), span.endsAt, to.everyDays, to.rhythmOn, to.followsId],
      ...[actor.now, actor.accountId, to.requestHash],
    ],
  );
  await tx.query(
    `INSERT INTO supervision_session_coaches (organization_id, session_id, coach_id, during)
     SELECT $1, $2, coach_id, $4 FROM unnest($3::uuid[]) coach_id`,
    [actor.organizationId, to.sessionId, to.coachIds, rangeOf(span)],
  );
}

/** Watch notes are answered at the next session, when that comes before their day. The caller holds the terms. */
export async function clocksAnew(tx: EntityManager, actor: Actor): Promise<void> {
  await setClocksAnew(tx, actor.organizationId);
  await tx.query(`SELECT pg_notify('alongside_jobs', 'answering')`);
}

async function coachesToSupervise(tx: EntityManager, actor: Actor, coachIds: string[]): Promise<CoachRow[]> {
  if (!coachIds.every(isId)) throw notFound('coach');
  const rows = await tx.query<CoachRow[]>(
    `SELECT c.id, a.name, c.supervisor_id, a.disabled_at IS NOT NULL AS is_disabled
       FROM coaches c JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
      WHERE c.organization_id = $1 AND c.id = ANY ($2) AND c.supervisor_id = ANY ($3) AND c.is_coaching`,
    [actor.organizationId, coachIds, actor.actingFor],
  );
  if (rows.length < coachIds.length) throw notFound('coach');
  for (const coach of rows) refuseDisabled(coach);
  return rows;
}

function refuseDisabled({ name, is_disabled: isDisabled }: CoachRow): void {
  if (isDisabled)
    throw new Problem(
      409,
      'coach-disabled',
      `${name} can no longer sign in, so no session can be planned with them.`,
    );
}

/** @throws Problem 409 when one of them is covered for as a coach on that day, since they are away. */
async function refuseAway(tx: EntityManager, actor: Actor, day: string, coachIds: string[]): Promise<void> {
  const [away] = await tx.query<{ name: string; back_on: string }[]>(
    `SELECT a.name, c.until_on AS back_on FROM covers c
       JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.away_id
      WHERE c.organization_id = $1 AND c.away_id = ANY ($2) AND c.role = 'coach' AND c.from_on <= $3 AND c.until_on > $3
      ORDER BY c.until_on DESC LIMIT 1`,
    [actor.organizationId, coachIds, day],
  );
  if (away)
    throw new Problem(
      409,
      'coach-away',
      `${away.name} is away on this day, and back on ${dayInWords(away.back_on, actor.today)}. Choose a day from then on.`,
    );
}

/** @throws Problem 422 naming the field. */
function refuseMoment(asked: SessionMoment, actor: Actor, plannedBefore?: string): void {
  const refusal = whyNoPlan(asked, actor.today, actor.timeZone);
  if (refusal === 'in-the-past' && asked.plannedOn !== plannedBefore)
    throw invalid('plannedOn', refusal, 'This day has gone by. Choose today or a later day.');
  if (refusal === 'time-skipped')
    throw invalid(
      'plannedTime',
      refusal,
      `The clocks change on this day and skip ${asked.plannedTime}. Choose another time.`,
    );
}

const KIND_WORDS = {
  'a-group-of-one': 'A group is two coaches or more. With one, plan an individual session.',
  'one-coach-only': 'An individual session is with one coach. With more, plan a group.',
} as const;

/** Whoever was expected and still may come. @throws Problem 409 when nobody is left. */
export function refuseNobodyLeft(row: SessionRow): string[] {
  const left = attending(row).filter(
    ({ reportsTo, isDisabled }) => reportsTo === row.supervisor_id && !isDisabled,
  );
  if (left.length > 0) return left.map(({ accountId }) => accountId);
  const [first] = row.coaches;
  throw first?.isDisabled
    ? new Problem(409, 'coach-disabled', `${first.name} can no longer sign in. Call this session off.`)
    : new Problem(
        409,
        'coach-moved-on',
        `${first?.name ?? 'The coach'} reports to somebody else now, who plans their sessions. Call this one off.`,
      );
}
