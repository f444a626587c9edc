import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { invalid, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { assignmentsNow } from '../participants/assignments.queries.js';
import { participantInReach } from '../participants/participants.queries.js';
import { holdStanding, recomputeStanding } from '../standing/standing.store.js';
import type { BeginPause, PauseView } from './pause.dto.js';
import { mostQuietDays, pauseInReach } from './pauses.queries.js';
import { wrongDayOf } from './pauses.rules.js';
import { letWindowFollow } from './window-after-pause.js';

/**
 * Somebody is away, or wants to be left in peace, once for its id. Being away also makes known the window that opens
 * when they come out.
 *
 * @throws Problem 404 out of reach; 409 not enrolled, away for the same already, or the id is another's; 422 days.
 */
export async function beginPause(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  asked: BeginPause,
): Promise<PauseView> {
  await participantInReach(tx, actor, participantId);
  const hash = requestHash({ ...asked, participantId });
  const fromOn = asked.fromOn ?? actor.today;
  const { pauseId, reason, throughOn } = asked;
  await holdStanding(tx, participantId);
  const known = await tx.query<unknown[]>('SELECT 1 FROM pauses WHERE organization_id = $1 AND id = $2', [
    actor.organizationId,
    pauseId,
  ]);
  if (known.length > 0) {
    const { view, requestHash: before } = await pauseInReach(tx, actor, pauseId);
    if (before?.equals(hash)) return view;
    throw new Problem(409, 'pause-id-taken', 'This id already stands for another pause. Begin it anew.');
  }
  const wrong = wrongDayOf({ reason, fromOn, throughOn }, actor.today, await mostQuietDays(tx, actor));
  if (wrong) throw invalid(wrong.field, wrong.code, wrong.words);
  const { isEnrolled } = await assignmentsNow(tx, actor, participantId);
  if (!isEnrolled)
    throw new Problem(409, 'enrollment-closed', 'They are in no program now, so there is nothing to pause.');
  const begun = await tx.query<unknown[]>(
    `INSERT INTO pauses (organization_id, id, participant_id, reason, from_on, through_on, made_by, made_at, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      pauseId,
      participantId,
      reason,
      fromOn,
      throughOn,
      actor.accountId,
      actor.now,
      hash,
    ],
  );
  if (begun.length > 0) {
    await letWindowFollow(tx, actor, { id: pauseId, participantId, reason, throughOn });
    await recomputeStanding(tx, participantId);
    actor.record({ action: 'pause.begun', participantId, subjectId: pauseId });
  }
  return (await pauseInReach(tx, actor, pauseId)).view;
}
