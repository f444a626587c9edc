import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { mayMove } from '../enrollment/assign.js';
import { invalid, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { openPromisesOf } from '../promises/promises.queries.js';
import { recomputeStanding } from '../standing/standing.store.js';
import { wrongWithClosing } from './closing.rules.js';
import type { CloseStay, StayClosed, StayView } from './stay.dto.js';
import { refuseDecisions, refuseWhatIsOpen } from './seen-to-first.js';
import { closingOfId, stayOfId, staysOf } from './stays.queries.js';

/**
 * Closes a stay on a day, with a reason. Where it is the last one open, all that asks for the person ends in this
 * transaction, by the database (`close_with_closing`), and is written down for taking it back. Sent again, it is closed
 * once; of two at once the first stands and the second is told.
 *
 * Urgent notes and concerns are resolved before, and each open promise is kept, let go or handed on: nobody drops out of
 * sight with something left undone. An administrator, who reads neither, learns that there is something and who can.
 *
 * @throws Problem 404 out of reach; 422 for the day, words of an administrator or a decision that can't be; 409
 * `stay-closed-already`, `open-risk-notes`, `open-promises`.
 */
export async function closeStay(
  tx: EntityManager,
  actor: Actor,
  enrollmentId: string,
  sent: CloseStay,
): Promise<StayClosed> {
  const hash = requestHash({ ...sent, enrollmentId });
  // looked at first: the same request, sent at once with this one, may be what ends the reach
  const reached = await stayWithinReach(tx, actor, enrollmentId);
  const again = await sentBefore(tx, actor, sent, hash);
  if (again) return again;
  const before = found(reached, 'enrollment');
  const { participantId } = before;
  refuseWrongInput(actor, before, sent);
  await tx.query('SELECT hold_to_close($1)', [participantId]);
  const meanwhile = await sentBefore(tx, actor, sent, hash);
  if (meanwhile) return meanwhile;
  // whoever waited here may find them closed, and out of reach with it
  const stay = await stayOfId(tx, actor, enrollmentId);
  if (!stay || stay.closedOn !== null) throw closedAlready(stay);
  const isLast = !(await staysOf(tx, actor, participantId)).some(
    (each) => each.closedOn === null && each.enrollmentId !== stay.enrollmentId,
  );
  const promises = actor.role === 'administrator' ? [] : await openPromisesOf(tx, actor, participantId);
  if (isLast) await refuseWhatIsOpen(tx, actor, participantId, promises, sent);
  await refuseDecisions(tx, actor, participantId, promises, sent.promises ?? []);

  const words = sent.words?.trim() ?? '';
  const ofAll = [actor.organizationId, sent.closingId, participantId, enrollmentId, sent.closedOn];
  await tx.query(
    `INSERT INTO closings (organization_id, id, participant_id, enrollment_id, closed_on, reason, closed_by, closed_at,
       request_hash${actor.role === 'administrator' ? '' : ', words'})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9${actor.role === 'administrator' ? '' : ', $10'})`,
    [
      ...[...ofAll, sent.reason, actor.accountId, actor.now, hash],
      ...(actor.role === 'administrator' ? [] : [words]),
    ],
  );
  for (const { promiseId, became, reason = '', toId } of sent.promises ?? []) {
    await tx.query(
      `INSERT INTO closed_promises (organization_id, closing_id, promise_id, participant_id, became, reason, to_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [actor.organizationId, sent.closingId, promiseId, participantId, became, reason.trim(), toId ?? null],
    );
    if (toId) await tx.query('SELECT announce($1, ARRAY[$2::uuid])', [participantId, toId]);
    actor.record({ action: `promise.${PROMISE_STEPS[became]}`, participantId, subjectId: promiseId });
  }
  await recomputeStanding(tx, participantId);
  actor.record({ action: 'enrollment.closed', participantId, subjectId: enrollmentId, why: sent.reason });
  // from what was done: a coach reaches the record no more
  return { ...closedAs(sent), participantId, enrollmentId, closedAt: actor.now };
}

const PROMISE_STEPS = { kept: 'kept', 'let go': 'released', handed: 'handed-on' } as const;

/** @throws Problem 404, also for a supervisor who reads the record by a risk note alone. */
export async function stayToClose(tx: EntityManager, actor: Actor, enrollmentId: string): Promise<StayView> {
  return found(await stayWithinReach(tx, actor, enrollmentId), 'enrollment');
}

async function stayWithinReach(
  tx: EntityManager,
  actor: Actor,
  enrollmentId: string,
): Promise<StayView | undefined> {
  const stay = await stayOfId(tx, actor, enrollmentId);
  return stay && (await mayMove(tx, actor, stay.participantId)) ? stay : undefined;
}

function refuseWrongInput(actor: Actor, stay: StayView, sent: CloseStay): void {
  if (actor.role === 'administrator' && sent.words?.trim())
    throw invalid(
      'words',
      'not-for-administrators',
      'Words about a person are for those who walk with them. Close it without.',
    );
  if (stay.closedOn !== null) return;
  const wrong = wrongWithClosing(sent.closedOn, actor.today, stay.enrolledOn);
  if (wrong) throw invalid('closedOn', wrong.code, wrong.detail);
}

/** @returns what this very request did, when it stands. @throws Problem 409 when it was taken back, or says something else. */
async function sentBefore(
  tx: EntityManager,
  actor: Actor,
  sent: CloseStay,
  hash: Buffer,
): Promise<StayClosed | undefined> {
  const known = await closingOfId(tx, actor, sent.closingId);
  if (!known) return undefined;
  if (!known.requestHash.equals(hash))
    throw new Problem(409, 'closing-id-taken', 'This was sent with other words before. Reload the page.');
  if (known.undoneAt !== null)
    throw new Problem(
      409,
      'closing-taken-back',
      'This was taken back. If the stay is over after all, open the page again and close it anew.',
    );
  const { participantId, enrollmentId, closedAt } = known;
  return { ...closedAs(sent), participantId, enrollmentId, closedAt };
}

const closedAs = ({
  closingId,
  closedOn,
  reason,
}: CloseStay): Pick<CloseStay, 'closingId' | 'closedOn' | 'reason'> => ({
  closingId,
  closedOn,
  reason,
});

function closedAlready(stay: StayView | undefined): Problem {
  return new Problem(
    409,
    'stay-closed-already',
    `${stay?.closing?.by.name ?? 'Somebody'} closed this stay already. There is nothing more you need to do.`,
  );
}
