import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { supervisorInReach } from '../coaches/coaches.queries.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import type { StaffName } from '../participants/participant.dto.js';
import { settingsNow } from './answering-settings.queries.js';
import { tell } from './telling.js';
import type { WaitingNote, WaitingNotes } from './waiting-notes.dto.js';

/** From the clocks and from who was told: the notes themselves are nothing an administrator is granted. */
const WAITING = `
  SELECT due.risk_note_id, due.participant_id, due.level = 'urgent' AS is_urgent, raised.due_at AS raised_at, due.due_at,
         (SELECT jsonb_agg(jsonb_build_object('accountId', a.id, 'name', a.name, 'isNamed', told.step = 4)
                           ORDER BY told.told_at, lower(a.name))
            FROM risk_note_told told
            JOIN accounts a ON a.organization_id = told.organization_id AND a.id = told.account_id
           WHERE told.organization_id = due.organization_id AND told.risk_note_id = due.risk_note_id
             AND told.told_as <> 'administrator') AS told
    FROM answering_clocks due
    JOIN answering_clocks raised
      ON raised.organization_id = due.organization_id AND raised.risk_note_id = due.risk_note_id AND raised.step = 1
   WHERE due.organization_id = $1 AND due.step = 2 AND due.due_at <= $2 AND due.stopped_at IS NULL`;

interface WaitingRow {
  risk_note_id: string;
  participant_id: string;
  is_urgent: boolean;
  raised_at: Date;
  due_at: Date;
  told: (StaffName & { isNamed: boolean })[] | null;
}

@Injectable()
export class WaitingNotesService {
  constructor(private readonly door: Door) {}

  list(caller: Caller): Promise<WaitingNotes> {
    return this.door.asActor(caller, async (tx, actor) => {
      const rows = await tx.query<WaitingRow[]>(`${WAITING} ORDER BY due.due_at, due.risk_note_id`, [
        actor.organizationId,
        actor.now,
      ]);
      const { supervisors } = await settingsNow(tx, actor);
      actor.record({ action: 'waiting-risk-notes.listed' });
      return { items: rows.map(view), supervisors };
    });
  }

  /**
   * Names a supervisor for a note past its time: they are told, once, and reach it until it is resolved.
   *
   * @throws Problem 404 for a note that does not wait (any more), or for no supervisor who can sign in; 409 when they
   *   were named before.
   */
  name(caller: Caller, riskNoteId: string, supervisorId: string): Promise<WaitingNote> {
    return this.door.asActor(caller, async (tx, actor) => {
      const before = await waitingNote(tx, actor, riskNoteId);
      await supervisorInReach(tx, actor, supervisorId);
      await refuseThemself(tx, actor, before.participant_id, supervisorId);
      const named = view(before).named.find(({ accountId }) => accountId === supervisorId.toLowerCase());
      if (named)
        throw new Problem(409, 'supervisor-already-named', `${named.name} was named for this note already.`);
      await tell(
        tx,
        {
          organizationId: actor.organizationId,
          riskNoteId: before.risk_note_id,
          participantId: before.participant_id,
          step: 4,
          now: actor.now,
        },
        [{ accountId: supervisorId, as: 'named' }],
      );
      actor.record({
        action: 'risk-note.supervisor-named',
        participantId: before.participant_id,
        subjectId: before.risk_note_id,
      });
      return view(await waitingNote(tx, actor, riskNoteId));
    });
  }
}

/** Nobody answers a note about themself. */
async function refuseThemself(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  supervisorId: string,
): Promise<void> {
  const rows = await tx.query<unknown[]>(
    'SELECT 1 FROM participants WHERE organization_id = $1 AND id = $2 AND account_id = $3',
    [actor.organizationId, participantId, supervisorId],
  );
  if (rows.length > 0)
    throw new Problem(409, 'risk-note-about-themself', 'Nobody answers a note about themself. Name another.');
}

async function waitingNote(tx: EntityManager, actor: Actor, riskNoteId: string): Promise<WaitingRow> {
  if (!isId(riskNoteId)) throw notFound('risk-note');
  // held, so that two administrators name one after the other and nobody is told twice
  await tx.query('SELECT hold_answering_terms(true)');
  const [row] = await tx.query<WaitingRow[]>(`${WAITING} AND due.risk_note_id = $3`, [
    actor.organizationId,
    actor.now,
    riskNoteId,
  ]);
  return found(row, 'risk-note');
}

function view(row: WaitingRow): WaitingNote {
  const told = row.told ?? [];
  const name = ({ accountId, name }: StaffName): StaffName => ({ accountId, name });
  const isFirst = (one: StaffName, index: number): boolean =>
    told.findIndex(({ accountId }) => accountId === one.accountId) === index;
  return {
    riskNoteId: row.risk_note_id,
    isUrgent: row.is_urgent,
    raisedAt: row.raised_at,
    dueAt: row.due_at,
    with: told.filter(isFirst).map(name),
    named: told.filter(({ isNamed }) => isNamed).map(name),
  };
}
