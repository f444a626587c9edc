import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { whyNoPlan } from '../contacts/planned-contacts.rules.js';
import { isId } from '../http/fields.js';
import { invalid, notFound, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { answeringTerms } from '../risk/answering.store.js';
import { otherTimes, rangeOf, type SessionTime, spanOf } from './session-plan.rules.js';
import { refuseUnlessPlanned } from './session-refusals.js';
import { attending, type SessionRow } from './sessions.queries.js';
import type { AskToMove } from './supervision-session.dto.js';
import { tellOfKept, tellSupervisor, withdrawTelling } from './tell-of-session.js';

/** So many other times fit a phone; ours. */
const MOST_SUGGESTED = 6;

/**
 * A coach asks for another time, once for its id; their supervisor is told once.
 * @throws Problem 422 for a time that is none, 409 when it has begun or they ask already
 */
export async function askToMove(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
  asked: AskToMove,
): Promise<void> {
  const hash = requestHash({ ...asked, sessionId: row.id });
  const [earlier] = await tx.query<{ request_hash: Buffer }[]>(
    'SELECT request_hash FROM supervision_move_requests WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, asked.requestId],
  );
  if (earlier?.request_hash.equals(hash)) return;
  if (earlier) throw taken();
  refuseUnlessPlanned(row);
  const times = [...new Set(asked.times.map(({ on, time }) => `${on} ${time}`))];
  if (times.length === 0 && !asked.words)
    throw invalid('times', 'empty', 'Choose a time that would do, or say it in words.');
  asked.times.forEach(({ on, time }, index) => {
    const refusal = whyNoPlan({ plannedOn: on, plannedTime: time }, actor.today, actor.timeZone);
    if (refusal) throw invalid(`times.${index}`, refusal, 'This time has gone by, or the clocks skip it.');
  });
  const inserted = await tx.query<unknown[]>(
    `INSERT INTO supervision_move_requests (organization_id, id, session_id, coach_id, times, words, asked_at, request_hash)
     VALUES ($1, $2, $3, $4, $5::text[]::timestamp[], $6, $7, $8)
     ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [actor.organizationId, asked.requestId, row.id, actor.accountId, times, asked.words, actor.now, hash],
  );
  if (inserted.length === 0) throw taken();
  await tellSupervisor(tx, actor, row.supervisor_id, asked.requestId);
  actor.record({ action: 'supervision-session.other-time-asked', subjectId: row.id });
}

const taken = (): Problem =>
  new Problem(409, 'move-request-id-taken', 'Something else was already asked for under this id.');

/** The coach takes it back, or the supervisor leaves the time as it is; said again it stays so. */
export async function settleRequest(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
  requestId: string,
  as: 'withdrawn' | 'kept',
): Promise<void> {
  const [request] = isId(requestId)
    ? await tx.query<{ coach_id: string; settled_as: string | null }[]>(
        `SELECT coach_id, settled_as FROM supervision_move_requests
          WHERE organization_id = $1 AND session_id = $2 AND id = $3`,
        [actor.organizationId, row.id, requestId],
      )
    : [];
  if (!request) throw notFound('move-request');
  if (request.settled_as === as) return;
  if (request.settled_as)
    throw new Problem(409, 'move-request-settled', 'This was answered already. The page shows how.');
  await settle(tx, actor, row.id, as, requestId);
  if (as === 'kept') await tellOfKept(tx, actor, request.coach_id, requestId);
  actor.record({ action: `supervision-session.other-time-${as}`, subjectId: row.id });
}

/** What was asked for about a session that is moved, begins or is called off has its answer by that. */
export async function settleRequests(
  tx: EntityManager,
  actor: Actor,
  sessionId: string,
  as: 'moved' | 'kept' | 'called off',
): Promise<void> {
  await settle(tx, actor, sessionId, as, null);
}

async function settle(
  tx: EntityManager,
  actor: Actor,
  sessionId: string,
  as: string,
  requestId: string | null,
): Promise<void> {
  const [rows] = await tx.query<[{ id: string }[], number]>(
    `UPDATE supervision_move_requests SET settled_as = $3, settled_at = $4, settled_by = $5
      WHERE organization_id = $1 AND session_id = $2 AND settled_at IS NULL AND id = coalesce($6, id) RETURNING id`,
    [actor.organizationId, sessionId, as, actor.now, actor.accountId, requestId],
  );
  for (const { id } of rows) await withdrawTelling(tx, actor, id);
}

/** Other times at which everybody in it has no other session, the nearest ones, in their order. */
export async function suggestedTimes(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
): Promise<SessionTime[]> {
  refuseUnlessPlanned(row);
  const plan = {
    plannedOn: row.planned_on,
    plannedTime: row.planned_time,
    plannedMinutes: row.planned_minutes,
  };
  const times = otherTimes(await answeringTerms(tx), plan, actor.now);
  const ranges = times.map(({ on, time }) =>
    rangeOf(spanOf({ ...plan, plannedOn: on, plannedTime: time }, actor.timeZone)),
  );
  const coachIds = attending(row).map(({ accountId }) => accountId);
  const rows = await tx.query<{ is_free: boolean }[]>(
    `SELECT is_free_for_session($1, $2, during::tstzrange) AS is_free
       FROM unnest($3::text[]) WITH ORDINALITY asked (during, place) ORDER BY place`,
    [row.supervisor_id, coachIds, ranges],
  );
  return times
    .filter((_, index) => rows[index]?.is_free)
    .slice(0, MOST_SUGGESTED)
    .sort((one, other) => (`${one.on} ${one.time}` < `${other.on} ${other.time}` ? -1 : 1));
}
