import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { invalid, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { assignmentsNow } from '../participants/assignments.queries.js';
import { participantInReach } from '../participants/participants.queries.js';
import { dayNumber, dayOf } from '../standing/day-number.js';
import { holdStanding, recomputeStanding } from '../standing/standing.store.js';
import { moveChecks, undoWindow, windowAfter } from './window-after-pause.js';
import type { OpenWindow } from './window.dto.js';
import type { WindowView } from './window.view.js';
import { windowInReach } from './windows.queries.js';
import { endedBy, LAST_DAY, lastOn, whyNotOpened } from './windows.rules.js';

interface EndedPause {
  id: string;
  throughBefore: string;
}

/**
 * Opens a window on the day of its event, once for its id. A release or discharge on a day on which they are known as
 * away also ends that time away, on the day before; the window stands in the place of the one expected at its end.
 *
 * @throws Problem 404 out of reach; 409 not enrolled, the same event on the same day, or the id is another window's;
 *   422 for a day to come or a window that would be over already.
 */
export async function openWindow(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  asked: OpenWindow,
): Promise<WindowView> {
  await participantInReach(tx, actor, participantId);
  const hash = requestHash({ ...asked, participantId });
  const beganOn = asked.beganOn ?? actor.today;
  await holdStanding(tx, participantId);
  if (await isIdTaken(tx, actor, asked.windowId)) return openedBefore(tx, actor, asked.windowId, hash);
  refuseDay(beganOn, actor.today);
  const { isEnrolled } = await assignmentsNow(tx, actor, participantId);
  if (!isEnrolled)
    throw new Problem(409, 'enrollment-closed', 'They are in no program now, so there is no window to open.');

  const ended = await endTimeAway(tx, actor, participantId, asked.event, beganOn);
  const expected = ended && (await windowAfter(tx, actor, ended.id));
  if (expected) await undoWindow(tx, actor, expected.id);
  const opened = await tx.query<unknown[]>(
    `INSERT INTO vulnerability_windows (organization_id, id, participant_id, event, began_on, pause_id,
       pause_through_before, opened_by, opened_at, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      asked.windowId,
      participantId,
      asked.event,
      beganOn,
      ended?.id ?? null,
      ended?.throughBefore ?? null,
      actor.accountId,
      actor.now,
      hash,
    ],
  );
  // the id is held by a window out of reach: the 404 of one that is not there
  if (opened.length === 0) return (await windowInReach(tx, actor, asked.windowId)).view;
  if (expected) await moveChecks(tx, actor, expected.id, asked.windowId);
  await recomputeStanding(tx, participantId);
  actor.record({ action: 'window.opened', participantId, subjectId: asked.windowId });
  return (await windowInReach(tx, actor, asked.windowId)).view;
}

function refuseDay(beganOn: string, today: string): void {
  const why = whyNotOpened(beganOn, today);
  if (why === 'in-the-future')
    throw invalid('beganOn', why, 'This day has not come yet. A window opens on the day itself.');
  if (why === 'over-already')
    throw invalid(
      'beganOn',
      why,
      `This window would be over already: it lasts ${LAST_DAY} days, and its last was ${lastOn(beganOn)}.`,
    );
}

async function isIdTaken(tx: EntityManager, actor: Actor, windowId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    'SELECT 1 FROM vulnerability_windows WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, windowId],
  );
  return rows.length > 0;
}

/** The same request again answers the window as it now is. */
async function openedBefore(
  tx: EntityManager,
  actor: Actor,
  windowId: string,
  hash: Buffer,
): Promise<WindowView> {
  const { view, requestHash: known } = await windowInReach(tx, actor, windowId);
  if (!known?.equals(hash))
    throw new Problem(409, 'window-id-taken', 'This id already stands for another window. Open it anew.');
  return view;
}

/** Who came out on that day was away until the day before. */
async function endTimeAway(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  event: OpenWindow['event'],
  outOn: string,
): Promise<EndedPause | null> {
  const reasons = endedBy(event);
  if (reasons.length === 0) return null;
  const [pause] = await tx.query<{ id: string; through_on: string }[]>(
    `SELECT id, through_on FROM pauses
      WHERE organization_id = $1 AND participant_id = $2 AND reason = ANY ($3) AND undone_at IS NULL
        AND from_on <= $4 AND through_on >= $4
      ORDER BY from_on DESC LIMIT 1`,
    [actor.organizationId, participantId, reasons, outOn],
  );
  if (!pause) return null;
  await tx.query(
    `UPDATE pauses SET through_on = $3, ended_by = $4, ended_at = $5, version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, pause.id, dayOf(dayNumber(outOn) - 1), actor.accountId, actor.now],
  );
  return { id: pause.id, throughBefore: pause.through_on };
}
