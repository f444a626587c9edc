import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { CopyFormat, CopyState, RecordCopy } from './record-copy.dto.js';

interface CopyRow {
  id: string;
  state: CopyState;
  progress: number;
  part: string | null;
  asked_at: Date;
  made_at: Date | null;
  expires_at: Date | null;
}

const COLUMNS = 'id, state, progress, part, asked_at, made_at, expires_at';

/** Asks for a copy, in the language they read. @returns false when one is being made, or the id is taken. */
export async function insertCopy(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  copyId: string,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO record_copies (organization_id, id, participant_id, account_id, language, asked_at)
     SELECT $1, $2, $3, a.id, a.language, $5 FROM accounts a WHERE a.organization_id = $1 AND a.id = $4
     ON CONFLICT DO NOTHING RETURNING id`,
    [actor.organizationId, copyId, participantId, actor.accountId, actor.now],
  );
  return rows.length === 1;
}

/** The participant's own, the latest first; one whose time is over is not there any more. */
export async function copiesOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<RecordCopy[]> {
  const rows = await tx.query<CopyRow[]>(
    `SELECT ${COLUMNS} FROM record_copies
      WHERE organization_id = $1 AND participant_id = $2 AND (expires_at IS NULL OR expires_at > $3)
      ORDER BY asked_at DESC, id DESC`,
    [actor.organizationId, participantId, actor.now],
  );
  return rows.map((row) => ({
    copyId: row.id,
    state: row.state,
    progress: row.progress,
    part: row.part,
    askedAt: row.asked_at,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
  }));
}

export interface CopyFile {
  /** Gzipped. */
  body: Buffer;
  made_at: Date;
}

/** The file of a copy that is ready, when it is the actor's own. */
export async function copyFile(
  tx: EntityManager,
  actor: Actor,
  copyId: string,
  format: CopyFormat,
): Promise<CopyFile | undefined> {
  const [row] = await tx.query<CopyFile[]>(
    `SELECT f.body, c.made_at FROM record_copies c
       JOIN record_copy_files f ON f.organization_id = c.organization_id AND f.copy_id = c.id
      WHERE c.organization_id = $1 AND c.id = $2 AND f.format = $3 AND c.state = 'ready' AND c.expires_at > $4`,
    [actor.organizationId, copyId, format, actor.now],
  );
  return row;
}
