import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { MergeKnown } from './merge.dto.js';

interface MergeRow {
  id: string;
  from_id: string;
  into_id: string;
  from_name: string;
  into_name: string;
  made_by_name: string;
  made_at: Date;
  why: string;
  undone_by_name: string | null;
  undone_at: Date | null;
  may_undo: boolean;
}

/**
 * Merges of a record, undone ones too, the latest first. The caller has looked at reach.
 *
 * @param participantId null for all of the organization, which an administrator may ask for
 */
export async function mergesKnown(
  tx: EntityManager,
  actor: Actor,
  participantId: string | null,
): Promise<MergeKnown[]> {
  const rows = await tx.query<MergeRow[]>('SELECT * FROM merges_known($1, $2)', [participantId, actor.now]);
  return rows.map((row) => ({
    mergeId: row.id,
    intoId: row.into_id,
    intoName: row.into_name,
    fromId: row.from_id,
    fromName: row.from_name,
    byName: row.made_by_name,
    at: row.made_at,
    why: row.why,
    undoneByName: row.undone_by_name,
    undoneAt: row.undone_at,
    mayUndo: row.may_undo && actor.role !== 'coach',
  }));
}
