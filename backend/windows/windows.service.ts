import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { Problem, stale } from '../http/problem.js';
import { holdStanding, recomputeStanding } from '../standing/standing.store.js';
import { openWindow } from './open-window.js';
import { tickCheck } from './tick-check.js';
import { letWindowFollow, moveChecks, undoWindow, windowAfter } from './window-after-pause.js';
import type { OpenWindow, TickCheck } from './window.dto.js';
import type { WindowView } from './window.view.js';
import { type KnownWindow, windowInReach } from './windows.queries.js';

@Injectable()
export class WindowsService {
  constructor(private readonly door: Door) {}

  open(caller: Caller, participantId: string, asked: OpenWindow): Promise<WindowView> {
    return this.door.asActor(caller, (tx, actor) => openWindow(tx, actor, participantId, asked));
  }

  tick(caller: Caller, id: string, version: number, asked: TickCheck): Promise<WindowView> {
    return this.door.asActor(caller, (tx, actor) => tickCheck(tx, actor, id, version, asked));
  }

  /**
   * Closes an open window before its last day, with the reason.
   * @throws Problem 409 when it is not open.
   */
  close(caller: Caller, id: string, version: number, reason: string): Promise<WindowView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { view } = atVersion(await held(tx, actor, id), version, { reason });
      refuseUnlessOpen(view);
      await tx.query(
        `UPDATE vulnerability_windows SET closed_on = $3, closed_by = $4, closed_at = $5, closed_reason = $6,
                version = version + 1 WHERE organization_id = $1 AND id = $2`,
        [actor.organizationId, id, actor.today, actor.accountId, actor.now, reason],
      );
      return changed(tx, actor, view, 'window.closed');
    });
  }

  /** Takes back that it was closed. @throws Problem 409 when it was not. */
  reopen(caller: Caller, id: string, version: number): Promise<WindowView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { view } = atVersion(await held(tx, actor, id), version, {});
      if (view.state !== 'closed')
        throw new Problem(409, 'window-not-closed', 'This window was not closed by anybody.');
      await tx.query(
        `UPDATE vulnerability_windows SET closed_on = NULL, closed_by = NULL, closed_at = NULL, closed_reason = NULL,
                version = version + 1 WHERE organization_id = $1 AND id = $2`,
        [actor.organizationId, id],
      );
      return changed(tx, actor, view, 'window.reopened');
    });
  }

  /**
   * Takes back a window opened by mistake, and the end of a time away that came with it. Sent twice it is undone once.
   * @throws Problem 409 for a window that follows a time away by itself: that is set right where it ends.
   */
  undo(caller: Caller, id: string, version: number): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      const known = await held(tx, actor, id);
      if (known.isUndone) return;
      const { view, pauseThroughBefore } = atVersion(known, version, {});
      if (!view.mayUndo)
        throw new Problem(
          409,
          'window-follows-a-time-away',
          'This window follows from a time away. Change the day they came out, or close it with a reason.',
        );
      await undoWindow(tx, actor, id);
      if (view.pauseId && pauseThroughBefore) await awayAgain(tx, actor, view, pauseThroughBefore);
      await recomputeStanding(tx, view.participantId);
      actor.record({ action: 'window.undone', participantId: view.participantId, subjectId: id });
    });
  }
}

/** Within reach, and nobody else's write in between. */
async function held(tx: EntityManager, actor: Actor, id: string): Promise<KnownWindow> {
  await holdStanding(tx, (await windowInReach(tx, actor, id)).view.participantId);
  return windowInReach(tx, actor, id);
}

/** @throws Problem 412 when it has changed since; 409 when it was taken back. */
function atVersion(known: KnownWindow, version: number, yours: object): KnownWindow {
  if (known.view.version !== version) throw stale(known.view, yours);
  if (known.isUndone) throw new Problem(409, 'window-undone', 'This window was taken back meanwhile.');
  return known;
}

function refuseUnlessOpen({ state }: WindowView): void {
  if (state === 'open') return;
  if (state === 'coming')
    throw new Problem(409, 'window-not-begun', 'This window has not begun: they are still away.');
  throw new Problem(409, 'window-already-closed', 'This window is closed already.');
}

async function changed(
  tx: EntityManager,
  actor: Actor,
  { windowId, participantId }: WindowView,
  action: string,
): Promise<WindowView> {
  await recomputeStanding(tx, participantId);
  actor.record({ action, participantId, subjectId: windowId });
  return (await windowInReach(tx, actor, windowId)).view;
}

/** They are away as they were before, to the end that was expected then. */
async function awayAgain(
  tx: EntityManager,
  actor: Actor,
  { windowId, pauseId, participantId }: WindowView,
  throughOn: string,
): Promise<void> {
  const [[pause]] = await tx.query<[{ reason: 'jail' }[], number]>(
    `UPDATE pauses SET through_on = $3, ended_by = NULL, ended_at = NULL, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND undone_at IS NULL RETURNING reason`,
    [actor.organizationId, pauseId, throughOn],
  );
  if (!pause) return;
  await letWindowFollow(tx, actor, { id: pauseId!, participantId, throughOn, reason: pause.reason });
  const expected = await windowAfter(tx, actor, pauseId!);
  if (expected) await moveChecks(tx, actor, windowId, expected.id);
}
