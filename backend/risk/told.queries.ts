import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { deliveriesOf } from '../messages/deliveries.queries.js';
import type { ToldAs } from './escalation.rules.js';
import { type LadderStep, messageStep } from './telling.js';
import type { RiskNoteEntry, RiskNotesWaiting, RiskNoteView } from './risk-note.dto.js';

interface ToldRow {
  risk_note_id: string;
  account_id: string;
  name: string;
  told_as: ToldAs;
  told_at: Date;
  step: LadderStep;
}

/** The notes, each with who was told of it, the first first, and by which ways it arrived. Two queries in all. */
export async function withTold(
  tx: EntityManager,
  actor: Actor,
  notes: readonly RiskNoteView[],
): Promise<RiskNoteEntry[]> {
  if (notes.length === 0) return [];
  const ids = notes.map((note) => note.riskNoteId);
  const rows = await tx.query<ToldRow[]>(
    `SELECT t.risk_note_id, t.account_id, a.name, t.told_as, t.told_at, t.step
       FROM risk_note_told t JOIN accounts a ON a.organization_id = t.organization_id AND a.id = t.account_id
      WHERE t.organization_id = $1 AND t.risk_note_id = ANY ($2)
      ORDER BY t.told_at, t.step, array_position(ARRAY['covers', 'own supervisor'], t.told_as), lower(a.name), a.id`,
    [actor.organizationId, ids],
  );
  const told = Map.groupBy(rows, (row) => row.risk_note_id);
  const messages = new Map(
    (await deliveriesOf(tx, ids)).map((each) => [keyOf(each.subjectId, each.accountId, each.step), each]),
  );
  return notes.map((note) => ({
    ...note,
    told: (told.get(note.riskNoteId) ?? []).map((row) => ({
      accountId: row.account_id,
      name: row.name,
      as: row.told_as,
      at: row.told_at,
      deliveries:
        messages.get(keyOf(row.risk_note_id, row.account_id, messageStep(row.step)))?.deliveries ?? [],
    })),
  }));
}

const keyOf = (...parts: string[]): string => parts.join(' ');

/** How many urgent notes within reach wait for an answer, and the one to answer first. */
export async function urgentNotesWaiting(tx: EntityManager, actor: Actor): Promise<RiskNotesWaiting> {
  const rows = await tx.query<{ id: string; due_at: Date | null }[]>(
    `SELECT r.id, clock.due_at FROM risk_notes r
       LEFT JOIN answering_clocks clock
         ON clock.organization_id = r.organization_id AND clock.risk_note_id = r.id AND clock.step = 2
      WHERE r.organization_id = $1 AND r.resolved_at IS NULL AND r.acknowledged_at IS NULL AND r.level = 'urgent'
      ORDER BY clock.due_at, r.raised_at, r.id`,
    [actor.organizationId],
  );
  return {
    urgentCount: rows.length,
    riskNoteId: rows[0]?.id ?? null,
    answerBy: rows[0]?.due_at ?? null,
  };
}
