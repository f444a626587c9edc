import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { whyNoPlan } from '../contacts/planned-contacts.rules.js';
import { invalid, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { holdTerms, setClocksAnew } from '../risk/answering.store.js';
import { settleRequests } from './ask-to-move.js';
import { insertSession, planNext } from './plan-next.js';
import { rangeOf, spanOf, toldAt, whyNotOfKind } from './session-plan.rules.js';
import { sessionInReach, type SessionRow, sessionRow } from './sessions.queries.js';
import type { PlanSession, SessionMoment } from './supervision-session.dto.js';
import { tellCoaches } from './tell-of-session.js';
import { coachesToSupervise, refuseAway } from './who-may-come.js';

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

/**
 * Another day, time, length or rhythm for one that has not begun. Only another rhythm is counted on from the new day. Its
 * coaches are told of another time at once; whoever asked for one has their answer.
 */
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
  const terms = await holdTerms(tx, true);
  const isMoved = asked.plannedOn !== row.planned_on || asked.plannedTime !== row.planned_time;
  const { tellAt, isNear } = toldAt(terms, asked.plannedOn, actor.now);
  await tx.query(
    `UPDATE supervision_sessions SET planned_on = $3, planned_time = $4, planned_minutes = $5, during = $6, ends_at = $7,
            every_days = $8, rhythm_on = CASE WHEN every_days IS DISTINCT FROM $8 THEN $3 ELSE rhythm_on END,
            tell_at = $9, told_at = CASE WHEN $10 THEN $11 ELSE told_at END, version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [
      ...[actor.organizationId, row.id, asked.plannedOn, asked.plannedTime, asked.minutes],
      ...[rangeOf(span), span.endsAt, everyDays, tellAt, isMoved, isNear ? actor.now : null],
    ],
  );
  if (isMoved) {
    await settleRequests(tx, actor, row.id, 'moved');
    await tellCoaches(tx, actor, row.id, `moved ${row.version + 1}`);
  }
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
  await settleRequests(tx, actor, row.id, 'called off');
  if (row.begun_at === null) await tellCoaches(tx, actor, row.id, 'called off');
  if (goesOn && row.begun_at === null) await planNext(tx, actor, row);
  await clocksAnew(tx, actor);
}

/** Watch notes are answered at the next session, when that comes before their day. The caller holds the terms. */
export async function clocksAnew(tx: EntityManager, actor: Actor): Promise<void> {
  await setClocksAnew(tx, actor.organizationId);
  await tx.query(`SELECT pg_notify('alongside_jobs', 'answering')`);
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
