import { v7 as newId } from 'uuid';
import type { EntityManager } from 'typeorm';
import { type Actor, found, keeping } from '../access/door.js';
import { invalid, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { raiseRiskNote } from '../risk/raise-risk-note.js';
import { recomputeStanding } from '../standing/standing.store.js';
import type { SendAnswers } from './assessment.dto.js';
import type { Mode } from './assessment.view.js';
import { addAssessment, assessmentOfId, type AssessmentRow } from './assessments.queries.js';
import { type Answers, asksForHelp, inTheirPlaces, isWrong, scoreOf } from './assessments.rules.js';
import { bankOf } from './banks.js';

/**
 * Stores what a participant already found within reach has answered. An answer that speaks of suicide raises an urgent
 * note in the same transaction, once, whoever sent the answers and however often.
 *
 * @throws Problem 422 for what the bank does not know; 409 for an id that other answers have; 404 for one out of reach.
 */
export async function takeAssessment(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  sent: SendAnswers,
  { mode, whatWasDone = '' }: { mode: Mode; whatWasDone?: string },
): Promise<AssessmentRow> {
  const answers = placed(sent);
  const takenOn = sent.takenOn ?? actor.today;
  if (takenOn > actor.today) throw invalid('takenOn', 'in-the-future', 'This day has not come yet.');
  const hash = requestHash({ ...sent, participantId, mode });
  const { assessmentId, instrument, version, language } = sent;
  const isNew = await addAssessment(tx, actor, {
    ...{ assessmentId, participantId, instrument, version, language, mode, takenOn, answers },
    score: scoreOf(answers),
    requestHash: hash,
  });
  const stored = found(await assessmentOfId(tx, actor, assessmentId), 'assessment');
  if (!isNew) {
    if (!stored.request_hash.equals(hash))
      throw new Problem(409, 'assessment-id-taken', 'These answers were already sent with other words.');
    return stored;
  }
  actor.record({ action: 'assessment.taken', participantId, subjectId: assessmentId });
  if (asksForHelp(instrument, answers))
    await keeping(tx, actor, () => raiseUrgent(tx, actor, { participantId, assessmentId, whatWasDone }));
  return stored;
}

/** Thoughts of suicide are urgent whoever tells of them, and whatever the other answers are. */
async function raiseUrgent(
  tx: EntityManager,
  actor: Actor,
  from: { participantId: string; assessmentId: string; whatWasDone: string },
): Promise<void> {
  const words = {
    riskNoteId: newId(),
    signals: ['thoughts of suicide' as const],
    level: 'urgent' as const,
    whatWasDone: from.whatWasDone,
  };
  await raiseRiskNote(tx, actor, from.participantId, words, null, from.assessmentId);
  await recomputeStanding(tx, from.participantId);
}

function placed({ instrument, version, answers }: SendAnswers): Answers {
  const bank = bankOf(instrument, version);
  if (!bank)
    throw invalid(
      'version',
      'version-unknown',
      'These questions are of a version that is not known here. Open them again; nothing was stored.',
    );
  const places = inTheirPlaces(
    bank,
    answers.map(({ item, answer }) => ({ item, answer: answer ?? null })),
  );
  if (isWrong(places))
    throw new Problem(
      422,
      'input-invalid',
      'Something needs another look. What you answered is still here.',
      {
        fields: [...places],
      },
    );
  return places;
}
