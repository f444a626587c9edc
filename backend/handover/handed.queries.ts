import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { wordsOfDraft } from './handover.rules.js';
import type { HandedPart, HandedWords, NoteWhenHanded, OpenDraft } from './handover.view.js';

/** What moved along. The function answers whoever is part of the handover, and nobody else. */
export function handedParts(tx: EntityManager, handoverId: string): Promise<HandedPart[]> {
  return tx.query<HandedPart[]>(
    `SELECT kind, subject_id AS "subjectId", words, on_day AS "onDay", at_time AS "atTime", by_name AS "byName",
            is_open AS "isOpen"
       FROM handed_over($1)`,
    [handoverId],
  );
}

export function handedWords(tx: EntityManager, actor: Actor, handoverId: string): Promise<HandedWords[]> {
  return tx.query<HandedWords[]>(
    `SELECT w.draft_id AS "draftId", w.words, a.name AS "byName", w.given_at AS at
       FROM handed_words w JOIN accounts a ON a.organization_id = w.organization_id AND a.id = w.given_by
      WHERE w.organization_id = $1 AND w.handover_id = $2 ORDER BY w.given_at, w.draft_id`,
    [actor.organizationId, handoverId],
  );
}

/** Urgent notes that were open when they were handed over; both coaches see until somebody has answered. */
export function notesWhenHanded(tx: EntityManager, handoverId: string): Promise<NoteWhenHanded[]> {
  return tx.query<NoteWhenHanded[]>(
    `SELECT risk_note_id AS "riskNoteId", raised_at AS "raisedAt", due_at AS "answerBy", answered_at AS "answeredAt"
       FROM notes_when_handed($1)`,
    [handoverId],
  );
}

const MOST_GIST = 140;

/** Drafts the reader has open about this participant: their own alone, as every draft. */
export async function openDraftsAbout(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  handoverId: string,
): Promise<OpenDraft[]> {
  const rows = await tx.query<{ id: string; body: string; saved_at: Date; is_given: boolean }[]>(
    `SELECT d.id, d.body, d.saved_at, EXISTS (
              SELECT 1 FROM handed_words w WHERE w.organization_id = d.organization_id AND w.handover_id = $4
                 AND w.draft_id = d.id) AS is_given
       FROM drafts d
      WHERE d.organization_id = $1 AND d.account_id = $2 AND d.participant_id = $3
        ${actor.role === 'coach' ? 'AND NOT contact_id_is_taken(d.id)' : ''}
      ORDER BY d.saved_at DESC, d.id`,
    [actor.organizationId, actor.accountId, participantId, handoverId],
  );
  return rows.map((row) => ({
    draftId: row.id,
    savedAt: row.saved_at,
    gist: wordsOfDraft(JSON.parse(row.body) as Record<string, unknown>).slice(0, MOST_GIST),
    isGiven: row.is_given,
  }));
}
