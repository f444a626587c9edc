import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { invalid, notFound, Problem } from '../http/problem.js';
import type { LogContact } from './contact.dto.js';
import type { ContactView } from './contact.view.js';
import { contactOfId } from './contacts.queries.js';
import { type GroundForLogging, groundForLogging } from './ground-for-logging.js';

/** By what right a coach logs about somebody; see `logging_right` in migration 13. */
export type LoggingRight = 'caseload' | 'draft' | 'draft too old' | 'program' | null;

/** A draft begun while assigned may be logged for so many days after the assignment ended (in `logging_right` too). */
export const DAYS_FOR_A_DRAFT = 7;

export async function loggingRight(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  draftId: string,
): Promise<LoggingRight> {
  if (!isId(participantId)) return null;
  const [row] = await tx.query<{ granted: LoggingRight }[]>('SELECT logging_right($1, $2, $3) AS granted', [
    participantId,
    draftId,
    actor.today,
  ]);
  return row?.granted ?? null;
}

/** What a contact with somebody off the caseload stands on. */
export interface OffCaseload {
  ground: GroundForLogging;
  name: string;
  touchGoals: () => Promise<void>;
}

/**
 * The ground for logging about somebody who is not the coach's now: said so on the form, within the coach's programs;
 * or by a draft begun while they were assigned. Nothing else of the record is read.
 *
 * @param asked its participant was already looked for on the caseload
 * @returns the contact that this id already is; or why not, to be thrown after the risk note on it stands
 * @throws Problem 404 as for a participant there is not; 422 for what only their own coach plans.
 */
export async function offCaseload(
  tx: EntityManager,
  actor: Actor,
  asked: LogContact,
  day: string,
): Promise<OffCaseload | { earlier: { view: ContactView; requestHash: Buffer } } | { refused: Problem }> {
  const { participantId, contactId } = asked;
  if (!isId(participantId)) throw notFound('participant');
  // Sent again: the draft it was begun as is gone.
  const earlier = await contactOfId(tx, actor, contactId);
  if (earlier?.view.isOffCaseload && earlier.view.participantId === participantId) return { earlier };
  const right = await loggingRight(tx, actor, participantId, contactId);
  if (right === 'draft too old') return { refused: tooLate() };
  if (right !== 'draft' && !(right === 'program' && asked.isOffCaseload)) throw notFound('participant');
  if (asked.nextContact)
    throw invalid(
      'nextContact.plannedOn',
      'not-on-your-caseload',
      'They are not on your caseload, so their own coach plans the next contact. Clear it here, and say in the note what you agreed.',
    );
  const [ground, name] = await Promise.all([
    groundForLogging(tx, actor, participantId, asked.programId ?? undefined, day, contactId),
    nameOf(tx, participantId, contactId),
  ]);
  const goalIds = asked.goalIds ?? [];
  const touchGoals = async (): Promise<void> => {
    if (goalIds.length === 0) return;
    if (right !== 'draft' || !goalIds.every(isId)) throw notFound('goal');
    const [row] = await tx.query<{ touched: number }[]>(
      'SELECT touch_goals_off_caseload($1, $2) AS touched',
      [contactId, goalIds],
    );
    if (row?.touched !== new Set(goalIds).size) throw notFound('goal');
  };
  return { ground, name, touchGoals };
}

async function nameOf(tx: EntityManager, participantId: string, contactId: string): Promise<string> {
  const [row] = await tx.query<{ preferred_name: string }[]>(
    'SELECT preferred_name FROM enrollment_off_caseload($1, $2, NULL)',
    [participantId, contactId],
  );
  return row?.preferred_name ?? 'This person';
}

function tooLate(): Problem {
  return new Problem(
    409,
    'draft-too-late',
    `They left your caseload more than ${DAYS_FOR_A_DRAFT} days ago, so this can’t be logged any more. ` +
      'Your words stay in the draft: copy what their coach needs to know.',
  );
}
