import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { invalid, notFound, Problem } from '../http/problem.js';
import type { StaffName } from '../participants/participant.dto.js';
import type { PromiseView } from '../promises/promise.dto.js';
import { openRiskNotesOf } from '../risk/risk-notes.queries.js';
import { SEEN_TO_FIRST } from './closing.rules.js';
import type { CloseStay, PromiseDecision } from './stay.dto.js';
import { companionsOf, openBeforeClosing, supervisorsOf } from './stays.queries.js';

/**
 * Nobody drops out of sight with something left undone.
 * @throws Problem 409 naming what is open; to an administrator only that something is, and who can see to it.
 */
export async function refuseWhatIsOpen(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  promises: PromiseView[],
  sent: CloseStay,
): Promise<void> {
  const { has_risk_notes, has_promises, who_can } = await openBeforeClosing(tx, participantId);
  const isBlind = actor.role === 'administrator';
  if (has_risk_notes) {
    const who = await supervisorsOf(tx, actor, await companionsOf(tx, participantId));
    const notes = isBlind ? [] : await openRiskNotesOf(tx, actor, participantId);
    const first = notes.filter(({ level }) => SEEN_TO_FIRST.some((each) => each === level));
    throw new Problem(
      409,
      'open-risk-notes',
      isBlind
        ? `There are open risk notes. ${inWords(who)} can answer them; then the stay can be closed.`
        : 'A risk note is still open. Answer and resolve it first: somebody may be in danger. What you typed is kept.',
      {
        facts: isBlind
          ? { whoCan: who }
          : { riskNotes: first.map(({ riskNoteId, level }) => ({ riskNoteId, level })) },
      },
    );
  }
  const decided = new Set((sent.promises ?? []).map(({ promiseId }) => promiseId.toLowerCase()));
  const left = promises.filter(({ promiseId }) => !decided.has(promiseId));
  if (isBlind ? has_promises : left.length > 0)
    throw new Problem(
      409,
      'open-promises',
      isBlind
        ? `Something was promised to them and is still open. ${inWords(who_can)} can close the stay and say what becomes of it.`
        : 'Something was promised to them and is still open. Say for each promise what becomes of it.',
      {
        facts: isBlind
          ? { whoCan: who_can }
          : { promises: left.map(({ promiseId, words }) => ({ promiseId, words })) },
      },
    );
}

const inWords = (names: string[]): string => names.join(' or ') || 'A supervisor';

/** @throws Problem 422 for a decision about a promise that can't be, naming the field. */
export async function refuseDecisions(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  open: PromiseView[],
  decisions: readonly PromiseDecision[],
): Promise<void> {
  for (const [index, { promiseId, became, reason, toId }] of decisions.entries()) {
    const field = `promises.${index}`;
    const isSame = (other: { promiseId: string }): boolean =>
      other.promiseId.toLowerCase() === promiseId.toLowerCase();
    if (decisions.findIndex(isSame) !== index)
      throw invalid(`${field}.promiseId`, 'named-twice', 'This promise is named twice. Decide once.');
    if (!open.some(isSame))
      throw invalid(`${field}.promiseId`, 'not-open', 'This promise is not open any more. Look again.');
    if (became === 'let go' && !reason?.trim())
      throw invalid(`${field}.reason`, 'missing', 'Say in a few words why it is let go.');
    if ((became === 'handed') !== Boolean(toId))
      throw invalid(`${field}.toId`, 'missing', 'A promise that is handed on goes to a coach. Choose who.');
    if (toId) await refuseHanding(tx, actor, participantId, toId, field);
  }
}

/** Whether coach `c` with account `a` can take on what was promised to participant `p`. */
const CAN_TAKE = 'c.is_coaching AND a.disabled_at IS NULL AND p.account_id IS DISTINCT FROM c.id';
const COACHES = `
    FROM coaches c
    JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
    JOIN participants p ON p.organization_id = c.organization_id AND p.id = $2
   WHERE c.organization_id = $1`;

/** Whom a promise to this participant can be handed to, by name. */
export async function whoCanTake(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<StaffName[]> {
  return tx.query<StaffName[]>(
    `SELECT a.id AS "accountId", a.name ${COACHES} AND ${CAN_TAKE} ORDER BY a.name, a.id`,
    [actor.organizationId, participantId],
  );
}

async function refuseHanding(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  toId: string,
  field: string,
): Promise<void> {
  const [coach] = isId(toId)
    ? await tx.query<{ name: string; can_take_it: boolean }[]>(
        `SELECT a.name, ${CAN_TAKE} AS can_take_it ${COACHES} AND c.id = $3`,
        [actor.organizationId, participantId, toId],
      )
    : [];
  if (!coach) throw notFound('coach');
  if (!coach.can_take_it)
    throw invalid(
      `${field}.toId`,
      'cannot-take-it',
      `${coach.name} can't take this on. Choose another coach.`,
    );
}
