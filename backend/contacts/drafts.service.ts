import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import { participantInReach } from '../participants/participants.queries.js';
import type { DraftList, DraftView, SaveDraft, SavedDraft } from './draft.dto.js';

/** More than every field of the form filled to its end; the table holds no more. */
const MOST_DRAFT_CHARACTERS = 400_000;

interface DraftRow {
  id: string;
  participant_id: string | null;
  participant_name: string | null;
  body: string;
  saved_at: Date;
  version: number;
}

// An autosave that overtook its own log leaves a draft behind; it is of no use to anybody and is not shown.
const SELECT = `
  SELECT d.id, d.participant_id, p.preferred_name AS participant_name, d.body, d.saved_at, d.version
    FROM drafts d
    LEFT JOIN participants p ON p.organization_id = d.organization_id AND p.id = d.participant_id
   WHERE d.organization_id = $1 AND d.account_id = $2 AND NOT contact_id_is_taken(d.id)`;

/** What is being typed, kept as it is, counting for nothing. */
@Injectable()
export class DraftsService {
  constructor(private readonly door: Door) {}

  list(caller: Caller): Promise<DraftList> {
    return this.door.asActor(caller, async (tx, actor) => {
      const rows = await tx.query<DraftRow[]>(`${SELECT} ORDER BY d.saved_at DESC, d.id DESC LIMIT 50`, [
        actor.organizationId,
        actor.accountId,
      ]);
      return { items: rows.map(view) };
    });
  }

  open(caller: Caller, id: string): Promise<DraftView> {
    return this.door.asActor(caller, async (tx, actor) => {
      if (!isId(id)) throw notFound('draft');
      const [row] = await tx.query<DraftRow[]>(`${SELECT} AND d.id = $3`, [
        actor.organizationId,
        actor.accountId,
        id,
      ]);
      return view(found(row, 'draft'));
    });
  }

  /** Keeps the form as it stands. Arriving after its contact was logged, it is ignored. */
  save(caller: Caller, id: string, { participantId, body }: SaveDraft): Promise<SavedDraft> {
    return this.door.asActor(caller, async (tx, actor) => {
      if (!isId(id)) throw notFound('draft');
      if (participantId) await participantInReach(tx, actor, participantId);
      const [logged] = await tx.query<{ is_taken: boolean }[]>('SELECT contact_id_is_taken($1) AS is_taken', [
        id,
      ]);
      if (logged?.is_taken) return { draftId: id, savedAt: actor.now, version: 0 };
      return keep(tx, actor, id, participantId || null, textOf(body));
    });
  }

  discard(caller: Caller, id: string): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      if (!isId(id)) throw notFound('draft');
      await tx.query('DELETE FROM drafts WHERE organization_id = $1 AND id = $2', [actor.organizationId, id]);
    });
  }
}

/** The form as the JSON text it came in. @throws Problem 413 when it is more than the longest form. */
function textOf(body: Record<string, unknown>): string {
  const text = JSON.stringify(body);
  if (text.length > MOST_DRAFT_CHARACTERS)
    throw new Problem(
      413,
      'body-too-large',
      'This draft is longer than can be kept (400,000 characters). Shorten it; what was saved before stays.',
    );
  return text;
}

async function keep(
  tx: EntityManager,
  actor: Actor,
  id: string,
  participantId: string | null,
  body: string,
): Promise<SavedDraft> {
  const saved = [actor.organizationId, id, participantId, body, actor.now];
  const [updated] = await tx.query<[{ version: number }[], number]>(
    `UPDATE drafts SET participant_id = $3, body = $4, saved_at = $5, version = version + 1
      WHERE organization_id = $1 AND id = $2 RETURNING version`,
    saved,
  );
  if (updated[0]) return { draftId: id, savedAt: actor.now, version: updated[0].version };
  const [inserted] = await tx.query<{ version: number }[]>(
    `INSERT INTO drafts (organization_id, id, participant_id, body, saved_at, account_id) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (organization_id, id) DO NOTHING RETURNING version`,
    [...saved, actor.accountId],
  );
  if (inserted) return { draftId: id, savedAt: actor.now, version: inserted.version };
  // Another save of ours came first; or the id is another person's draft, which answers as if it were not there.
  const [again] = await tx.query<[{ version: number }[], number]>(
    `UPDATE drafts SET participant_id = $3, body = $4, saved_at = $5, version = version + 1
      WHERE organization_id = $1 AND id = $2 RETURNING version`,
    saved,
  );
  return { draftId: id, savedAt: actor.now, version: found(again[0], 'draft').version };
}

function view(row: DraftRow): DraftView {
  return {
    draftId: row.id,
    participantId: row.participant_name === null ? null : row.participant_id,
    participantName: row.participant_name,
    body: JSON.parse(row.body) as Record<string, unknown>,
    savedAt: row.saved_at,
    version: row.version,
  };
}
