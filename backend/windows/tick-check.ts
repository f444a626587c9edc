import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { invalid, Problem, stale } from '../http/problem.js';
import { holdStanding } from '../standing/standing.store.js';
import type { TickCheck } from './window.dto.js';
import type { WindowCheckView, WindowView } from './window.view.js';
import { windowInReach } from './windows.queries.js';

/**
 * Ticks a line of the checklist, or takes the tick back; also before the window begins, for a ride is arranged while
 * they are still away. What is already so stays so, whichever version was seen: a tap sent twice is one tick.
 *
 * @param version of the line, 0 while it was never touched
 * @throws Problem 404 out of reach; 412 when the line changed to something else; 409 when the window is over.
 */
export async function tickCheck(
  tx: EntityManager,
  actor: Actor,
  windowId: string,
  version: number,
  asked: TickCheck,
): Promise<WindowView> {
  const { participantId } = (await windowInReach(tx, actor, windowId)).view;
  await holdStanding(tx, participantId);
  const { view, isUndone } = await windowInReach(tx, actor, windowId);
  const line = view.checks.find(({ check }) => check === asked.check)!;
  const doneOn = asked.isDone ? (asked.doneOn ?? actor.today) : null;
  const expiresOn = asked.isDone ? (asked.expiresOn ?? null) : null;
  if (line.doneOn === doneOn && line.expiresOn === expiresOn) return view;
  if (line.version !== version) throw stale(line satisfies WindowCheckView, asked);
  if (isUndone || view.state === 'over' || view.state === 'closed')
    throw new Problem(409, 'window-already-closed', 'This window is closed, so its list is too.');
  if (asked.isDone) refuseDays(asked, doneOn!, actor.today);
  await tx.query(
    `INSERT INTO window_checks (organization_id, window_id, kind, participant_id, done_at, done_by, done_on, expires_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (organization_id, window_id, kind) DO UPDATE
       SET done_at = excluded.done_at, done_by = excluded.done_by, done_on = excluded.done_on,
           expires_on = excluded.expires_on, version = window_checks.version + 1`,
    [
      actor.organizationId,
      windowId,
      asked.check,
      participantId,
      asked.isDone ? actor.now : null,
      asked.isDone ? actor.accountId : null,
      doneOn,
      expiresOn,
    ],
  );
  const action = asked.isDone ? 'window.check-ticked' : 'window.check-unticked';
  actor.record({ action, participantId, subjectId: windowId, why: asked.check });
  return (await windowInReach(tx, actor, windowId)).view;
}

function refuseDays({ check, expiresOn }: TickCheck, doneOn: string, today: string): void {
  if (doneOn > today) throw invalid('doneOn', 'in-the-future', 'This day has not come yet.');
  if (!expiresOn) return;
  if (check !== 'naloxone')
    throw invalid('expiresOn', 'not-of-this', 'Only naloxone has a day until which it is good.');
  if (expiresOn < today)
    throw invalid('expiresOn', 'in-the-past', 'This naloxone is past its day. Help them get a new one.');
}
