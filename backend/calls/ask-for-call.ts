import type { EntityManager } from 'typeorm';
import { type Actor, keeping } from '../access/door.js';
import { Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { circleOf } from '../risk/answering.store.js';
import { whomToTell } from '../risk/escalation.rules.js';
import type { AskForCall, OwnCall } from './call.dto.js';
import { ownCall, type OwnRequest, ownRequest } from './own-call.queries.js';

/** The kind of message that says so to the supervisors of somebody without a coach. */
const CALL_ASKED_FOR = 'call';

/**
 * Asks for a call: once for its id, and once until somebody was in touch or it was taken back, however often it is
 * sent. Asked again in other words while one is open, the new words stand. Without a coach the supervisors are told.
 *
 * @throws Problem 409 when the id was used with other words
 */
export async function askForCall(tx: EntityManager, actor: Actor, asked: AskForCall): Promise<OwnCall> {
  const own = await ownRequest(tx);
  const hash = requestHash(asked);
  if (!(await isKnown(tx, actor, asked.callId, hash))) {
    if (own.open) await putWords(tx, actor, own, asked);
    else await make(tx, actor, own, asked, hash);
  }
  return ownCall(tx, actor);
}

async function isKnown(tx: EntityManager, actor: Actor, callId: string, hash: Buffer): Promise<boolean> {
  const [earlier] = await tx.query<{ request_hash: Buffer }[]>(
    'SELECT request_hash FROM calls_asked_for WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, callId],
  );
  if (!earlier) return false;
  if (earlier.request_hash.equals(hash)) return true;
  throw idTaken();
}

const idTaken = (): Problem =>
  new Problem(409, 'call-id-taken', 'You asked for this call already, in other words. Ask once more.');

async function putWords(
  tx: EntityManager,
  actor: Actor,
  { participantId, open }: OwnRequest,
  { about = '', bestTime = '' }: AskForCall,
): Promise<void> {
  if (!about && !bestTime) return;
  await tx.query(
    `UPDATE calls_asked_for SET about = $3, best_time = $4 WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, open!.callId, about, bestTime],
  );
  actor.record({ action: 'call.asked-again', participantId, subjectId: open!.callId });
}

async function make(
  tx: EntityManager,
  actor: Actor,
  { participantId, coachNames, latestId }: OwnRequest,
  { callId, about = '', bestTime = '' }: AskForCall,
  hash: Buffer,
): Promise<void> {
  // the one that was seen to be settled, and no other that came meanwhile
  await tx.query(
    `UPDATE calls_asked_for SET replaced_at = $3 WHERE organization_id = $1 AND id = $2 AND replaced_at IS NULL`,
    [actor.organizationId, latestId, actor.now],
  );
  // asked at the same moment from two pages, the first one stands for both
  const made = await tx.query<unknown[]>(
    `INSERT INTO calls_asked_for (organization_id, id, participant_id, asked_at, asked_on, about, best_time, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
    [...[actor.organizationId, callId, participantId, actor.now, actor.today], ...[about, bestTime, hash]],
  );
  if (made.length === 0) {
    if ((await ownRequest(tx)).open) return;
    throw idTaken();
  }
  actor.record({ action: 'call.asked-for', participantId, subjectId: callId });
  if (coachNames.length === 0)
    await keeping(tx, actor, () => tellSupervisors(tx, actor, participantId, callId));
}

async function tellSupervisors(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  callId: string,
): Promise<void> {
  const { told } = whomToTell(1, await circleOf(tx, participantId, actor.accountId), new Set());
  await tx.query('SELECT queue_message(account_id, $2, $3, $4, $5) FROM unnest($1::uuid[]) AS account_id', [
    told.map(({ accountId }) => accountId),
    CALL_ASKED_FOR,
    callId,
    '1',
    actor.now,
  ]);
}
