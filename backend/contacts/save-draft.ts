import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem, stale } from '../http/problem.js';
import { participantInReach } from '../participants/participants.queries.js';
import type { DraftView, SaveDraft, SavedDraft } from './draft.dto.js';
import { draftOfId, holdDraft } from './drafts.queries.js';
import { loggingRight } from './off-caseload.js';

/** More than every field of the form filled to its end; the table holds no more. */
const MOST_DRAFT_CHARACTERS = 400_000;

/** Saved; or another open form saved meanwhile, and what this one typed is kept beside it. */
export type SaveOutcome = { saved: SavedDraft } | { refused: Problem };

/**
 * Keeps a draft.
 *
 * One form saves over what it saved itself, whatever version it says: an answer may have been lost on the way. Over
 * what another form saved it needs that form's version; else both texts are kept and a person chooses.
 *
 * @param version the one the form goes on from; undefined for a new draft
 */
export async function saveDraft(
  tx: EntityManager,
  actor: Actor,
  id: string,
  version: number | undefined,
  asked: SaveDraft,
): Promise<SaveOutcome> {
  if (!isId(id)) throw notFound('draft');
  const text = textOf(asked.body);
  const [logged] = await tx.query<{ is_taken: boolean }[]>('SELECT contact_id_is_taken($1) AS is_taken', [
    id,
  ]);
  const isKnown = !logged?.is_taken && (await holdDraft(tx, actor, id));
  const before = isKnown ? await draftOfId(tx, actor, id) : undefined;
  const isOffCaseload = await whetherOffCaseload(tx, actor, id, asked, logged?.is_taken === true);
  if (logged?.is_taken) return { saved: { draftId: id, savedAt: actor.now, version: 0, isLogged: true } };
  const values = [
    actor.organizationId,
    id,
    asked.participantId || null,
    text,
    actor.now,
    asked.formId ?? null,
    isOffCaseload,
  ];
  if (!before) {
    const [inserted] = await tx.query<{ version: number }[]>(
      `INSERT INTO drafts (organization_id, id, participant_id, body, saved_at, form_id, is_off_caseload, account_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (organization_id, id) DO NOTHING RETURNING version`,
      [...values, actor.accountId],
    );
    if (inserted) return saved(actor, id, inserted.version);
    // Another save of ours came first; or the id is another person's draft, which answers as if it were not there.
    if (!(await holdDraft(tx, actor, id))) throw notFound('draft');
  }
  const now = before ?? found(await draftOfId(tx, actor, id), 'draft');
  // The other's words were taken: there is nothing to choose between, and nothing to save.
  if (text === now.text && now.view.participantId === (asked.participantId || null)) {
    await letGoOfCopy(tx, actor, id, asked.formId);
    return saved(actor, id, now.view.version);
  }
  const isSameForm = asked.formId !== undefined && now.formId === asked.formId;
  if (version === undefined && !isSameForm)
    throw new Problem(
      428,
      'version-missing',
      'Say which version you went on from: If-Match with its number.',
    );
  if (version !== now.view.version && !isSameForm) return keptBeside(tx, actor, now.view, asked, text);
  const [[updated]] = await tx.query<[{ version: number }[], number]>(
    `UPDATE drafts SET participant_id = $3, body = $4, saved_at = $5, form_id = $6, is_off_caseload = $7,
            version = version + 1
      WHERE organization_id = $1 AND id = $2 RETURNING version`,
    values,
  );
  await letGoOfCopy(tx, actor, id, asked.formId);
  return saved(actor, id, found(updated, 'draft').version);
}

/** What this form had kept beside the draft is settled. */
async function letGoOfCopy(
  tx: EntityManager,
  actor: Actor,
  draftId: string,
  formId: string | undefined,
): Promise<void> {
  await tx.query('DELETE FROM draft_copies WHERE organization_id = $1 AND draft_id = $2 AND form_id = $3', [
    actor.organizationId,
    draftId,
    formId ?? null,
  ]);
}

function saved(actor: Actor, draftId: string, version: number): SaveOutcome {
  return { saved: { draftId, savedAt: actor.now, version, isLogged: false } };
}

/** Another form saved since: this one's words are kept too, and both are told. */
async function keptBeside(
  tx: EntityManager,
  actor: Actor,
  current: DraftView,
  asked: SaveDraft,
  text: string,
): Promise<SaveOutcome> {
  if (asked.formId)
    await tx.query(
      `INSERT INTO draft_copies (organization_id, draft_id, form_id, account_id, body, saved_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (organization_id, draft_id, form_id) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at`,
      [actor.organizationId, current.draftId, asked.formId, actor.accountId, text, actor.now],
    );
  return { refused: stale(current, { body: asked.body }) };
}

/**
 * Whether the draft is about somebody off the caseload. Whom it already names it may go on naming: a draft begun while
 * assigned is kept on saving after a reassignment.
 *
 * @throws Problem 404 for somebody out of reach.
 */
async function whetherOffCaseload(
  tx: EntityManager,
  actor: Actor,
  id: string,
  { participantId, isOffCaseload }: SaveDraft,
  isLogged: boolean,
): Promise<boolean> {
  if (!participantId || isLogged) return false;
  if (!isId(participantId)) throw notFound('participant');
  const [named] = await tx.query<{ is_off_caseload: boolean }[]>(
    'SELECT is_off_caseload FROM drafts WHERE organization_id = $1 AND id = $2 AND participant_id = $3',
    [actor.organizationId, id, participantId],
  );
  if (named) return named.is_off_caseload;
  if (isOffCaseload && (await loggingRight(tx, actor, participantId, id)) === 'program') return true;
  await participantInReach(tx, actor, participantId);
  return false;
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
