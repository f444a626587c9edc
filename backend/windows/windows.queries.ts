import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { StaffName } from '../participants/participant.dto.js';
import type { WindowCheckView, WindowView } from './window.view.js';
import {
  CHECKS,
  dayInWindow,
  LAST_DAY,
  lastOn,
  stageOn,
  type WindowEvent,
  windowState,
} from './windows.rules.js';

interface CheckRow {
  check: WindowCheckView['check'];
  doneOn: string | null;
  doneBy: string | null;
  doneByName: string | null;
  doneAt: string | null;
  expiresOn: string | null;
  version: number;
}

interface WindowRow {
  id: string;
  participant_id: string;
  event: WindowEvent;
  began_on: string;
  closed_on: string | null;
  closed_by: string | null;
  closed_by_name: string | null;
  closed_reason: string | null;
  pause_id: string | null;
  pause_through_before: string | null;
  opened_by: string | null;
  opened_by_name: string | null;
  opened_at: Date | null;
  undone_at: Date | null;
  request_hash: Buffer | null;
  version: number;
  checks: CheckRow[] | null;
}

/** A window with what its view does not say. */
export interface KnownWindow {
  view: WindowView;
  isUndone: boolean;
  /** The last day of the time away that opening it ended. */
  pauseThroughBefore: string | null;
  requestHash: Buffer | null;
}

const SELECT = `
  SELECT w.id, w.participant_id, w.event, w.began_on, w.closed_on, w.closed_by, closer.name AS closed_by_name,
         w.closed_reason, w.pause_id, w.pause_through_before, w.opened_by, opener.name AS opened_by_name, w.opened_at,
         w.undone_at, w.request_hash, w.version, (
           SELECT jsonb_agg(jsonb_build_object('check', k.kind, 'doneOn', k.done_on, 'doneBy', k.done_by,
                    'doneByName', a.name, 'doneAt', k.done_at, 'expiresOn', k.expires_on, 'version', k.version))
             FROM window_checks k
             LEFT JOIN accounts a ON a.organization_id = k.organization_id AND a.id = k.done_by
            WHERE k.organization_id = w.organization_id AND k.window_id = w.id) AS checks
    FROM vulnerability_windows w
    LEFT JOIN accounts opener ON opener.organization_id = w.organization_id AND opener.id = w.opened_by
    LEFT JOIN accounts closer ON closer.organization_id = w.organization_id AND closer.id = w.closed_by`;

/**
 * The windows of these participants that are open today or coming, the one begun last first. Whoever is out of reach
 * is left out.
 */
export async function openWindowsOf(
  tx: EntityManager,
  actor: Actor,
  participantIds: string[],
): Promise<WindowView[]> {
  if (participantIds.length === 0) return [];
  const rows = await tx.query<WindowRow[]>(
    `${SELECT} WHERE w.organization_id = $1 AND w.participant_id = ANY ($2) AND w.undone_at IS NULL
        AND w.closed_on IS NULL AND w.began_on + ${LAST_DAY} >= $3::date
      ORDER BY w.began_on DESC, w.id`,
    [actor.organizationId, participantIds, actor.today],
  );
  return rows.map((row) => viewOf(row, actor.today));
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function windowInReach(tx: EntityManager, actor: Actor, id: string): Promise<KnownWindow> {
  if (!isId(id)) throw notFound('window');
  const [row] = await tx.query<WindowRow[]>(`${SELECT} WHERE w.organization_id = $1 AND w.id = $2`, [
    actor.organizationId,
    id,
  ]);
  const { undone_at, pause_through_before, request_hash } = found(row, 'window');
  return {
    view: viewOf(row!, actor.today),
    isUndone: undone_at !== null,
    pauseThroughBefore: pause_through_before,
    requestHash: request_hash,
  };
}

function viewOf(row: WindowRow, today: string): WindowView {
  const day = dayInWindow(row.began_on, today);
  const stage = stageOn(row.began_on, today);
  return {
    windowId: row.id,
    participantId: row.participant_id,
    event: row.event,
    state: windowState(row.began_on, row.closed_on, today),
    beganOn: row.began_on,
    lastOn: lastOn(row.began_on),
    day,
    daysLeft: Math.max(0, LAST_DAY - Math.max(day, 0)),
    stage: stage && {
      fromDay: stage.fromDay,
      throughDay: stage.throughDay,
      everyDays: stage.days,
      daysLeft: stage.throughDay - day,
    },
    pauseId: row.pause_id,
    mayUndo: row.pause_id === null || row.pause_through_before !== null,
    openedBy: nameOf(row.opened_by, row.opened_by_name),
    openedAt: row.opened_at,
    closed: row.closed_on
      ? {
          on: row.closed_on,
          by: nameOf(row.closed_by, row.closed_by_name),
          reason: row.closed_reason ?? '',
        }
      : null,
    checks: CHECKS.map((check) => checkOf(check, row.checks)),
    version: row.version,
  };
}

function checkOf(check: CheckRow['check'], rows: CheckRow[] | null): WindowCheckView {
  const row = rows?.find((each) => each.check === check);
  return {
    check,
    doneOn: row?.doneOn ?? null,
    doneBy: nameOf(row?.doneBy ?? null, row?.doneByName ?? null),
    doneAt: row?.doneAt ? new Date(row.doneAt) : null,
    expiresOn: row?.expiresOn ?? null,
    version: row?.version ?? 0,
  };
}

function nameOf(accountId: string | null, name: string | null): StaffName | null {
  return accountId === null ? null : { accountId, name: name ?? '' };
}
