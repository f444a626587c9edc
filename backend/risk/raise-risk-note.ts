import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { invalid, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { circleOf, holdTerms, startClocks } from './answering.store.js';
import { whomToTell } from './escalation.rules.js';
import type { RiskNoteView, RiskNoteWords } from './risk-note.dto.js';
import { riskNoteOfId } from './risk-notes.queries.js';
import { type Level, mayRaiseAt, suggestedLevel } from './risk.rules.js';
import { tell } from './telling.js';
import { isOpenAt } from './working-hours.rules.js';

/**
 * Raises a risk note about a participant already found within reach: its clocks are written with it, and whoever hears
 * of it first is told. The same id and words again answer the note as it now is; the same id with other words is a
 * conflict. The caller works the standing out anew.
 */
export async function raiseRiskNote(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  words: RiskNoteWords,
  contactId: string | null = null,
  assessmentId: string | null = null,
): Promise<RiskNoteView> {
  const suggested = suggestedLevelOf(words, actor.today);
  const hash = requestHash({ ...words, participantId });
  const { riskNoteId } = words;
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO risk_notes (organization_id, id, participant_id, contact_id, signals, overdose_on, other_signal, level,
       suggested_level, lower_reason, what_was_done, request_hash, raised_by, raised_at, raised_on,
       assessment_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      riskNoteId,
      participantId,
      contactId,
      words.signals,
      words.overdoseOn ?? null,
      words.otherSignal ?? '',
      words.level,
      suggested,
      words.lowerReason ?? '',
      words.whatWasDone ?? '',
      hash,
      actor.accountId,
      actor.now,
      actor.today,
      assessmentId,
    ],
  );
  if (rows.length > 0) await startAnswering(tx, actor, { riskNoteId, participantId, level: words.level });
  const note = found(await riskNoteOfId(tx, actor, riskNoteId), 'risk-note');
  if (rows.length === 0) {
    if (!note.requestHash.equals(hash))
      throw new Problem(409, 'risk-note-id-taken', 'This risk note was already raised in other words.');
    return note.view;
  }
  actor.record({ action: 'risk-note.raised', participantId, subjectId: riskNoteId });
  return note.view;
}

async function startAnswering(
  tx: EntityManager,
  { organizationId, accountId, now }: Actor,
  note: { riskNoteId: string; participantId: string; level: Level },
): Promise<void> {
  const [terms, circle] = await Promise.all([
    holdTerms(tx, false),
    circleOf(tx, note.participantId, accountId),
  ]);
  const isUrgentAtNight = note.level === 'urgent' && !isOpenAt(terms, now);
  const { told, throughStep } = whomToTell(1, circle, new Set(), isUrgentAtNight);
  await Promise.all([
    startClocks(tx, { ...note, organizationId, raisedAt: now }, throughStep, terms),
    tell(tx, { ...note, organizationId, step: throughStep, now }, told),
  ]);
}

function suggestedLevelOf(words: RiskNoteWords, today: string): RiskNoteView['level'] {
  if (words.signals.includes('other') && !words.otherSignal?.trim())
    throw invalid('otherSignal', 'empty', 'Say in your words what the other signal is.');
  if (words.overdoseOn && words.overdoseOn > today)
    throw invalid('overdoseOn', 'in-the-future', 'This day has not come yet.');
  const suggested = suggestedLevel(words.signals, { overdoseOn: words.overdoseOn ?? null, today });
  if (!mayRaiseAt(words.level, suggested, words.lowerReason ?? ''))
    throw invalid('lowerReason', 'empty', `The signals suggest "${suggested}". Say why you set it lower.`);
  return suggested;
}
