import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { assign } from '../enrollment/assign.js';
import { outOfReach } from '../enrollment/quicker.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { participantIfInReach } from '../participants/participants.queries.js';
import { answeringTerms } from '../risk/answering.store.js';
import { holdStanding } from '../standing/standing.store.js';
import type { MakeHandover } from './handover.dto.js';
import { acceptBy } from './handover.rules.js';
import type { HandoverLine, HandoverView } from './handover.view.js';
import { handoverInReach, type KnownHandover, openHandoverOf } from './handovers.queries.js';
import { handoverSentBefore } from './sent-before.js';

/**
 * Hands a participant over: they are the next coach's from this moment, so that nobody is without one; promises and the
 * next contact go along; accepting says that it was read. Whoever had asked for it, or was handed them and has not
 * accepted, is done with it. Of two at once the first stands, and the second is told who it was.
 *
 * @throws Problem 404 for a participant or coach out of reach; 409 when somebody was quicker, they have this coach
 * already, the coach cannot take them (`assign` says why), or the enrollment is closed.
 */
export async function makeHandover(
  tx: EntityManager,
  actor: Actor,
  asked: MakeHandover,
): Promise<HandoverView> {
  const { handoverId, participantId, toId } = asked;
  const hash = requestHash(asked);
  // before reach: given to another team they are out of reach, and sent again it is still this one handover
  const again = isId(handoverId) ? await handoverSentBefore(tx, actor, handoverId, hash) : undefined;
  if (again) return again;
  const toAssign = { participantId, kind: 'primary', coachId: toId, insteadOf: asked.insteadOf } as const;
  if (!(await participantIfInReach(tx, actor, participantId))) throw await outOfReach(tx, actor, toAssign);
  if (!isId(toId)) throw notFound('coach');
  await holdStanding(tx, participantId);
  const meanwhile = await handoverSentBefore(tx, actor, handoverId, hash);
  if (meanwhile) return meanwhile;
  const participant = await participantIfInReach(tx, actor, participantId);
  // who waited here may find them given to another team
  if (!participant) throw await outOfReach(tx, actor, toAssign);
  const { primaryCoach } = participant;
  const fromId = primaryCoach?.accountId ?? null;
  const open = await openHandoverOf(tx, actor, participantId);
  if (asked.insteadOf !== undefined && asked.insteadOf !== fromId)
    throw somebodyWasQuicker(open, primaryCoach?.name ?? null, asked);
  if (fromId === toId)
    throw new Problem(
      409,
      'already-their-coach',
      `${primaryCoach!.name} walks with them already. Choose somebody else to hand them over to.`,
    );
  if (open) await endBefore(tx, actor, open.view);
  const line = lineOf(actor, asked, open?.view.state === 'asked' ? open.view : null);
  const terms = await answeringTerms(tx);
  const [second] = await tx.query<unknown[]>(
    `SELECT 1 FROM assignments WHERE organization_id = $1 AND participant_id = $2 AND coach_id = $3 AND kind = 'second'
        AND until_on IS NULL`,
    [actor.organizationId, participantId, toId],
  );
  await assign(tx, actor, { ...toAssign, insteadOf: fromId, reason: asked.reason });
  await tx.query(
    `INSERT INTO handovers (organization_id, id, participant_id, from_id, to_id, line, line_by, line_at, made_by, made_at,
       accept_by, was_second, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      actor.organizationId,
      handoverId,
      participantId,
      fromId,
      toId,
      line?.words ?? '',
      line?.by.accountId ?? null,
      line?.at ?? null,
      actor.accountId,
      actor.now,
      acceptBy(actor.now, terms),
      second !== undefined,
      hash,
    ],
  );
  await tx.query('SELECT move_with_handover($1, $2)', [handoverId, actor.now]);
  await tx.query('SELECT tell_of_handed_notes($1, $2)', [handoverId, actor.now]);
  actor.record({ action: 'handover.made', participantId, subjectId: handoverId });
  return (await handoverInReach(tx, actor, handoverId)).view;
}

/** What was asked for is done by this; what waited to be accepted has moved on. */
async function endBefore(tx: EntityManager, actor: Actor, before: HandoverView): Promise<void> {
  await tx.query(
    `UPDATE handovers SET ended_as = $3, ended_at = $4, ended_by = $5, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND accepted_at IS NULL AND ended_at IS NULL`,
    [
      actor.organizationId,
      before.handoverId,
      before.state === 'asked' ? 'handed over' : 'moved on',
      actor.now,
      actor.accountId,
    ],
  );
}

/** The supervisor's own, where they wrote another; else that of the coach who asked, as it was written. */
function lineOf(actor: Actor, asked: MakeHandover, request: HandoverView | null): HandoverLine | null {
  const words = asked.line?.trim();
  if (words === undefined || words === request?.line?.words) return request?.line ?? null;
  if (words === '') return null;
  return { words, by: { accountId: actor.accountId, name: '' }, at: actor.now };
}

function somebodyWasQuicker(
  open: KnownHandover | undefined,
  coachName: string | null,
  yours: MakeHandover,
): Problem {
  const who = open && open.view.state !== 'asked' ? open.view.by.name : 'Somebody else';
  return new Problem(
    409,
    'one-primary-coach-at-a-time',
    coachName
      ? `${who} gave them to ${coachName} meanwhile. What you wrote is still here; look again before you change it.`
      : 'They have no coach any more. What you wrote is still here; look again before you change it.',
    { current: open?.view ?? null, yours },
  );
}
