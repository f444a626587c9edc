import type { EntityManager } from 'typeorm';
import { answerBy, type Step } from './answering-clock.rules.js';
import { answeringTerms, circleOf, supervisionEnds } from './answering.store.js';
import { whomToTell } from './escalation.rules.js';
import type { Level } from './risk.rules.js';
import { tell } from './telling.js';

interface DueClock {
  risk_note_id: string;
  participant_id: string;
  step: Step;
  level: Level;
}

/**
 * One that is over and unanswered, held. A step waits for the one before it, also when both are over because no
 * process ran meanwhile: whoever is told next is given the same time again.
 */
const CLAIM = `
  SELECT risk_note_id, participant_id, step, level FROM answering_clocks c
   WHERE organization_id = $1 AND rung_at IS NULL AND stopped_at IS NULL AND due_at <= $2
     AND NOT EXISTS (SELECT 1 FROM answering_clocks before
                      WHERE before.organization_id = c.organization_id AND before.risk_note_id = c.risk_note_id
                        AND before.step < c.step AND before.rung_at IS NULL)
   ORDER BY due_at, step LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;

const RING = `
  UPDATE answering_clocks SET rung_at = $4
   WHERE organization_id = $1 AND risk_note_id = $2 AND step = ANY ($3) AND rung_at IS NULL`;

const SET =
  'UPDATE answering_clocks SET due_at = $4 WHERE organization_id = $1 AND risk_note_id = $2 AND step = $3';

/**
 * Rings the clock that has been over longest: marks it, records whom it tells, queues their messages, all in this
 * transaction. Whatever happens to the process, it has happened once or not at all.
 *
 * @returns false when there was none to ring
 */
export async function ringNextClock(tx: EntityManager, organizationId: string, now: Date): Promise<boolean> {
  const [clock] = await tx.query<DueClock[]>(CLAIM, [organizationId, now]);
  if (!clock) return false;
  const { risk_note_id: riskNoteId, participant_id: participantId, step, level } = clock;
  const [raiser, told, terms] = await Promise.all([
    tx.query<{ id: string }[]>('SELECT note_raiser($1) AS id', [riskNoteId]),
    tx.query<{ account_id: string }[]>(
      // who covered and does no more heard of it in another's place, and is told in their own
      `SELECT account_id FROM risk_note_told WHERE organization_id = $1 AND risk_note_id = $2
          AND (told_as <> 'covers' OR account_id = ANY (covering_supervisors($3)))`,
      [organizationId, riskNoteId, participantId],
    ),
    answeringTerms(tx),
  ]);
  const circle = await circleOf(tx, participantId, raiser[0]?.id ?? '');
  const rung = whomToTell(step, circle, new Set(told.map(({ account_id }) => account_id)));
  const steps = [step, rung.throughStep].filter((each, index, all) => all.indexOf(each) === index);
  await tx.query(RING, [organizationId, riskNoteId, steps, now]);
  if (rung.throughStep === 2) {
    const ends = level === 'watch' ? (await supervisionEnds(tx, [participantId]))(participantId) : [];
    await tx.query(SET, [organizationId, riskNoteId, 3, answerBy(level, now, terms, ends)]);
  }
  await tell(tx, { organizationId, riskNoteId, participantId, step: rung.throughStep, now }, rung.told);
  return true;
}
