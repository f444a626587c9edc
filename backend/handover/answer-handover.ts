import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { assign } from '../enrollment/assign.js';
import { holdStanding } from '../standing/standing.store.js';
import { Problem, stale } from '../http/problem.js';
import type { HandoverView } from './handover.view.js';
import { handoverInReach, type KnownHandover } from './handovers.queries.js';

/**
 * "I have read it", by the next coach themself; accepted again it stays as it was.
 * @throws Problem 404; 403 for whoever it was not handed to; 409 when it is ended.
 */
export async function accept(tx: EntityManager, actor: Actor, id: string): Promise<HandoverView> {
  const { view } = await heldHandover(tx, actor, id);
  if (view.to?.accountId !== actor.accountId) throw notHandedToYou(view);
  if (view.state === 'accepted') return view;
  refuseEnded(view);
  return changed(
    tx,
    actor,
    view,
    'handover.accepted',
    'accepted_at = $3, accepted_by = $4, declined_at = NULL, declined_words = NULL',
  );
}

/** The next coach says that they cannot. The participant stays with them until a supervisor decides. */
export async function decline(
  tx: EntityManager,
  actor: Actor,
  id: string,
  words: string,
): Promise<HandoverView> {
  const { view } = await heldHandover(tx, actor, id);
  if (view.to?.accountId !== actor.accountId) throw notHandedToYou(view);
  if (view.state === 'declined' && view.declined?.words === words.trim()) return view;
  refuseEnded(view);
  if (view.state === 'accepted') throw alreadyAccepted(view);
  return changed(tx, actor, view, 'handover.declined', 'declined_at = $3, declined_words = $5', [
    words.trim(),
  ]);
}

/**
 * What a good colleague would say; of the coach before, or of a supervisor where that one is away.
 * @throws Problem 404; 412 with both; 409 once it is accepted or ended.
 */
export async function writeLine(
  tx: EntityManager,
  actor: Actor,
  id: string,
  version: number,
  asked: { line: string },
): Promise<HandoverView> {
  const { view } = await heldHandover(tx, actor, id);
  const line = asked.line.trim();
  if ((view.line?.words ?? '') === line) return view;
  if (view.version !== version) throw stale(view, asked);
  refuseEnded(view);
  if (view.state === 'accepted') throw alreadyAccepted(view);
  if (!view.mayWriteLine)
    throw new Problem(403, 'line-not-yours', 'The line is for the coach before, or a supervisor, to write.');
  return changed(
    tx,
    actor,
    view,
    'handover.line-written',
    `line = $5, line_by = CASE WHEN $5 <> '' THEN $4::uuid END, line_at = CASE WHEN $5 <> '' THEN $3::timestamptz END`,
    [line],
  );
}

/** What was asked for is let go, by the coach who asked or a supervisor. */
export async function callOff(
  tx: EntityManager,
  actor: Actor,
  id: string,
  reason: string,
): Promise<HandoverView> {
  const { view } = await heldHandover(tx, actor, id);
  if (view.ended?.as === 'called off') return view;
  refuseEnded(view);
  if (view.state !== 'asked')
    throw new Problem(
      409,
      'handover-already-made',
      `${view.by.name} has handed them over meanwhile. A supervisor can undo it until it is accepted.`,
      { current: view },
    );
  return ended(tx, actor, view, 'called off', reason);
}

/**
 * Gives everything back, until it is accepted: the participant, what still is open of the promises, and the next
 * contact. What was kept or reached meanwhile stays with whoever did it.
 *
 * @throws Problem 404; 409 when it is accepted or ended, or the coach before cannot have them any more.
 */
export async function undo(
  tx: EntityManager,
  actor: Actor,
  id: string,
  reason: string,
): Promise<HandoverView> {
  const { view, wasSecond } = await heldHandover(tx, actor, id);
  if (view.ended?.as === 'undone') return view;
  refuseEnded(view);
  if (view.state === 'accepted') throw alreadyAccepted(view);
  if (view.state === 'asked') return ended(tx, actor, view, 'called off', reason);
  await ended(tx, actor, view, 'undone', reason);
  await tx.query('SELECT give_back_handed($1, $2)', [id, actor.today]);
  const { participantId } = view;
  const back = view.from?.accountId ?? null;
  // they had them before, so it takes no reason where they are full meanwhile
  if (back)
    await assign(tx, actor, {
      participantId,
      kind: 'primary',
      coachId: back,
      insteadOf: null,
      reason: 'Given back',
    });
  if (wasSecond && view.to)
    await assign(tx, actor, {
      participantId,
      kind: 'second',
      coachId: view.to.accountId,
      reason: 'Given back',
    });
  return (await handoverInReach(tx, actor, id)).view;
}

/** In reach, and nobody else changes it or who walks with them until the transaction ends. */
async function heldHandover(tx: EntityManager, actor: Actor, id: string): Promise<KnownHandover> {
  const { view } = await handoverInReach(tx, actor, id);
  await holdStanding(tx, view.participantId);
  return handoverInReach(tx, actor, id);
}

function ended(
  tx: EntityManager,
  actor: Actor,
  view: HandoverView,
  as: 'undone' | 'called off',
  reason: string,
): Promise<HandoverView> {
  const action = as === 'undone' ? 'handover.undone' : 'handover.called-off';
  return changed(tx, actor, view, action, 'ended_as = $5, ended_at = $3, ended_by = $4, end_reason = $6', [
    as,
    reason.trim(),
  ]);
}

/** @param assignments of SQL, with the moment as `$3`, the actor as `$4`, and what is more from `$5` on */
async function changed(
  tx: EntityManager,
  actor: Actor,
  { handoverId, participantId }: HandoverView,
  action: string,
  assignments: string,
  more: unknown[] = [],
): Promise<HandoverView> {
  await tx.query(
    `UPDATE handovers SET ${assignments}, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND $3::timestamptz IS NOT NULL AND $4::uuid IS NOT NULL`,
    [actor.organizationId, handoverId, actor.now, actor.accountId, ...more],
  );
  actor.record({ action, participantId, subjectId: handoverId });
  return (await handoverInReach(tx, actor, handoverId)).view;
}

function refuseEnded(view: HandoverView): void {
  if (view.ended)
    throw new Problem(
      409,
      'handover-ended',
      view.ended.as === 'undone'
        ? `${view.ended.by.name} took this back meanwhile.`
        : 'They have moved on meanwhile, so there is nothing left to do here.',
      { current: view },
    );
}

function alreadyAccepted(view: HandoverView): Problem {
  return new Problem(
    409,
    'handover-already-accepted',
    `${view.to?.name ?? 'The next coach'} has accepted already. To give them back, hand them over once more.`,
    { current: view },
  );
}

function notHandedToYou(view: HandoverView): Problem {
  return new Problem(
    403,
    'handed-to-somebody-else',
    `${view.to?.name ?? 'Somebody else'} was handed this, so it is theirs to answer.`,
  );
}
