import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import type { DraftView } from './draft.dto.js';

export interface DraftRow {
  id: string;
  participant_id: string | null;
  participant_name: string | null;
  is_off_caseload: boolean;
  body: string;
  saved_at: Date;
  version: number;
  form_id: string | null;
  enrollment_closed_on: string | null;
  copies: { formId: string; body: string; savedAt: string }[] | null;
}

// An autosave that overtook its own log leaves a draft behind; it is of no use to anybody and is not shown.
const SELECT = `
  SELECT d.id, d.participant_id, d.is_off_caseload, d.form_id, d.body, d.saved_at, d.version,
         coalesce(p.preferred_name,
                  CASE WHEN logging_right(d.participant_id, d.id, $3) IN ('draft', 'program')
                       THEN name_off_caseload(d.participant_id) END) AS participant_name, closed_on_of_draft(d.id) AS enrollment_closed_on,
         (SELECT jsonb_agg(jsonb_build_object('formId', c.form_id, 'body', c.body, 'savedAt', c.saved_at)
                           ORDER BY c.saved_at DESC, c.form_id)
            FROM draft_copies c WHERE c.organization_id = d.organization_id AND c.draft_id = d.id) AS copies
    FROM drafts d
    LEFT JOIN participants p ON p.organization_id = d.organization_id AND p.id = d.participant_id
   WHERE d.organization_id = $1 AND d.account_id = $2 AND NOT contact_id_is_taken(d.id)`;

const MOST_DRAFTS = 50;

/** The latest saved first. */
export async function draftsOf(tx: EntityManager, actor: Actor): Promise<DraftView[]> {
  const rows = await tx.query<DraftRow[]>(
    `${SELECT} ORDER BY d.saved_at DESC, d.id DESC LIMIT ${MOST_DRAFTS}`,
    [actor.organizationId, actor.accountId, actor.today],
  );
  return rows.map(draftView);
}

export async function draftOfId(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ view: DraftView; formId: string | null; text: string } | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await tx.query<DraftRow[]>(`${SELECT} AND d.id = $4`, [
    actor.organizationId,
    actor.accountId,
    actor.today,
    id,
  ]);
  return row && { view: draftView(row), formId: row.form_id, text: row.body };
}

/** Waits for another save of the same draft, and lets the next one wait. @returns whether there is one of ours */
export async function holdDraft(tx: EntityManager, actor: Actor, id: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    'SELECT 1 FROM drafts WHERE organization_id = $1 AND id = $2 FOR UPDATE',
    [actor.organizationId, id],
  );
  return rows.length > 0;
}

/**
 * The draft has become a contact. What another open form had typed on an older version was no part of it, so it goes
 * on as a draft of its own, under the id of that form.
 */
export async function deleteDraftOf(tx: EntityManager, actor: Actor, id: string): Promise<void> {
  await tx.query(
    `WITH left_over AS (
       INSERT INTO drafts (organization_id, id, account_id, participant_id, is_off_caseload, body, saved_at, form_id)
       SELECT c.organization_id, c.form_id, c.account_id, d.participant_id, d.is_off_caseload, c.body, c.saved_at,
              c.form_id
         FROM draft_copies c JOIN drafts d ON d.organization_id = c.organization_id AND d.id = c.draft_id
        WHERE c.organization_id = $1 AND c.draft_id = $2
       ON CONFLICT (organization_id, id) DO NOTHING)
     DELETE FROM drafts WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, id],
  );
}

function draftView(row: DraftRow): DraftView {
  return {
    draftId: row.id,
    participantId: row.participant_name === null ? null : row.participant_id,
    participantName: row.participant_name,
    isOffCaseload: row.is_off_caseload,
    enrollmentClosedOn: row.enrollment_closed_on,
    body: JSON.parse(row.body) as Record<string, unknown>,
    savedAt: row.saved_at,
    version: row.version,
    copies: (row.copies ?? []).map(({ formId, body, savedAt }) => ({
      formId,
      body: JSON.parse(body) as Record<string, unknown>,
      savedAt: new Date(savedAt),
    })),
  };
}
