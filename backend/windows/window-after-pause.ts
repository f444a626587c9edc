import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/door.js';
import { dayNumber, dayOf } from '../standing/day-number.js';
import type { PauseReason } from '../standing/standing-facts.js';
import { type AwayReason, EVENT_AFTER } from './windows.rules.js';

interface TimeAway {
  id: string;
  participantId: string;
  reason: PauseReason;
  throughOn: string;
}

interface LinkedRow {
  id: string;
  began_on: string;
}

/**
 * Lets the window that a time away leads to begin on the day they come out, expected or known: a row from the day the
 * time away is known, so that nobody need be there when it ends (decision 12). Where a window for the same event
 * already stands on that day, it is that one. A wish for quiet leads to none.
 */
export async function letWindowFollow(tx: EntityManager, actor: Actor, pause: TimeAway): Promise<void> {
  if (!isAway(pause.reason)) return;
  const event = EVENT_AFTER[pause.reason];
  const beganOn = dayOf(dayNumber(pause.throughOn) + 1);
  const linked = await windowAfter(tx, actor, pause.id);
  if (linked?.began_on === beganOn) return;
  const [twin] = await tx.query<{ id: string; pause_id: string | null }[]>(
    `SELECT id, pause_id FROM vulnerability_windows
      WHERE organization_id = $1 AND participant_id = $2 AND event = $3 AND began_on = $4 AND undone_at IS NULL`,
    [actor.organizationId, pause.participantId, event, beganOn],
  );
  if (twin) {
    if (linked) await undoWindow(tx, actor, linked.id);
    if (twin.pause_id === null)
      await tx.query(
        `UPDATE vulnerability_windows SET pause_id = $3, version = version + 1 WHERE organization_id = $1 AND id = $2`,
        [actor.organizationId, twin.id, pause.id],
      );
  } else if (linked) {
    // one that was closed before it now begins is about another day than this, and is open again
    await tx.query(
      `UPDATE vulnerability_windows
          SET began_on = $3, version = version + 1,
              closed_on = CASE WHEN closed_on < $3 THEN NULL ELSE closed_on END,
              closed_by = CASE WHEN closed_on < $3 THEN NULL ELSE closed_by END,
              closed_at = CASE WHEN closed_on < $3 THEN NULL ELSE closed_at END,
              closed_reason = CASE WHEN closed_on < $3 THEN NULL ELSE closed_reason END
        WHERE organization_id = $1 AND id = $2`,
      [actor.organizationId, linked.id, beganOn],
    );
  } else {
    await tx.query(
      `INSERT INTO vulnerability_windows (organization_id, id, participant_id, event, began_on, pause_id, opened_by, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        actor.organizationId,
        newId(),
        pause.participantId,
        event,
        beganOn,
        pause.id,
        actor.accountId,
        actor.now,
      ],
    );
  }
}

/** The window that follows a time away, if it has one. */
export async function windowAfter(
  tx: EntityManager,
  actor: Actor,
  pauseId: string,
): Promise<LinkedRow | undefined> {
  const [row] = await tx.query<LinkedRow[]>(
    `SELECT id, began_on FROM vulnerability_windows
      WHERE organization_id = $1 AND pause_id = $2 AND undone_at IS NULL`,
    [actor.organizationId, pauseId],
  );
  return row;
}

/** Takes a window back: its row stays and counts for nothing. */
export async function undoWindow(tx: EntityManager, actor: Actor, windowId: string): Promise<void> {
  await tx.query(
    `UPDATE vulnerability_windows SET undone_by = $3, undone_at = $4, version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, windowId, actor.accountId, actor.now],
  );
}

/** What was ticked on one window is ticked on the one that stands in its place. */
export async function moveChecks(tx: EntityManager, actor: Actor, from: string, to: string): Promise<void> {
  await tx.query('UPDATE window_checks SET window_id = $3 WHERE organization_id = $1 AND window_id = $2', [
    actor.organizationId,
    from,
    to,
  ]);
}

function isAway(reason: PauseReason): reason is AwayReason {
  return reason !== 'wish';
}
