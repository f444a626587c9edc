import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { invalid, notFound, Problem, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { makePromise } from '../promises/make-promise.js';
import { decisionOfId, linesOf } from './session-parts.queries.js';
import { attending, type SessionRow } from './sessions.queries.js';
import type { DecisionState, NewDecision } from './supervision-session.dto.js';
import type { DecisionView } from './supervision-session.view.js';

/**
 * Writes down what was decided, once for its id. A promise is made in the coach's name at once; a reason shows on the
 * coach's Today from its day on.
 *
 * @param refuse what keeps new words out of the session now; the same sent again is answered all the same
 */
export async function decide(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
  asked: NewDecision,
  refuse: () => void,
): Promise<void> {
  const hash = requestHash({ ...asked, sessionId: row.id });
  const earlier = await decisionOfId(tx, actor, asked.decisionId);
  if (earlier?.requestHash.equals(hash)) return;
  if (earlier) throw taken();
  refuse();
  const coach = attending(row).find(({ accountId }) => accountId === asked.coachId.toLowerCase());
  if (!coach || (actor.role === 'coach' && coach.accountId !== actor.accountId)) throw notFound('coach');
  const participantId = await whomItIsAbout(tx, actor, row, asked);
  if (asked.dueOn < actor.today)
    throw invalid('dueOn', 'in-the-past', 'This day has gone by. Choose today or a later day.');
  if (asked.becomes !== 'session' && !participantId)
    throw invalid(
      'becomes',
      'about-nobody',
      'A promise and a reason on Today are about a participant. Write it beside a line about one.',
    );
  if (asked.becomes === 'promise' && participantId) await promise(tx, actor, coach, participantId, asked);
  const inserted = await tx.query<unknown[]>(
    `INSERT INTO supervision_decisions (organization_id, id, session_id, coach_id, supervisor_id, line_id,
       participant_id, becomes, words, due_on, promise_id, made_at, made_by, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      ...[actor.organizationId, asked.decisionId, row.id, coach.accountId, row.supervisor_id],
      ...[asked.lineId ?? null, participantId, asked.becomes, asked.words, asked.dueOn],
      ...[asked.becomes === 'promise' ? asked.decisionId : null, actor.now, actor.accountId, hash],
    ],
  );
  if (inserted.length === 0) throw taken();
  actor.record({ action: 'supervision-session.decided', participantId, subjectId: asked.decisionId });
}

const taken = (): Problem =>
  new Problem(409, 'decision-id-taken', 'Something else was already decided under this id.');

/** The person of the line it stands beside; null for the coach themself. @throws Problem 404 for a line out of reach. */
async function whomItIsAbout(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
  { lineId, coachId }: NewDecision,
): Promise<string | null> {
  if (!lineId) return null;
  const lines = isId(lineId) ? await linesOf(tx, actor, row.id) : [];
  const line = lines.find((each) => each.lineId === lineId.toLowerCase());
  if (!line || line.hasMovedOn || line.coach.accountId !== coachId.toLowerCase())
    throw notFound('supervision-line');
  return line.participantId;
}

/** @throws Problem 409 when the participant is not the coach's any more. */
async function promise(
  tx: EntityManager,
  actor: Actor,
  coach: { accountId: string; name: string },
  participantId: string,
  { decisionId, words, dueOn }: NewDecision,
): Promise<void> {
  const [assigned] = await tx.query<unknown[]>(
    `SELECT 1 FROM assignments WHERE organization_id = $1 AND participant_id = $2 AND coach_id = $3
        AND until_on IS NULL`,
    [actor.organizationId, participantId, coach.accountId],
  );
  if (!assigned)
    throw new Problem(
      409,
      'participant-moved-on',
      `They walk with another coach by now, so ${coach.name} can't promise them this.`,
    );
  await makePromise(
    tx,
    actor,
    participantId,
    { promiseId: decisionId, words, dueOn },
    null,
    '',
    coach.accountId,
  );
}

/** Takes a decision back while nobody has signed; its promise binds nobody then. Said again it stays so. */
export async function takeBack(
  tx: EntityManager,
  actor: Actor,
  sessionId: string,
  decisionId: string,
  refuse: () => void,
): Promise<void> {
  const decision = isId(decisionId) ? await decisionOfId(tx, actor, decisionId) : undefined;
  if (decision?.sessionId !== sessionId) throw notFound('decision');
  if (decision.isTakenBack) return;
  refuse();
  if (decision.view.state === 'done')
    throw new Problem(409, 'decision-already-done', 'This was done already, so it stays.');
  await tx.query(
    `UPDATE supervision_decisions SET taken_back_at = $3, taken_back_by = $4, version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, decisionId, actor.now, actor.accountId],
  );
  await tx.query('SELECT release_promise_of_decision($1, $2)', [decisionId, actor.now]);
  const { participantId } = decision.view;
  actor.record({ action: 'supervision-session.decision-taken-back', participantId, subjectId: decisionId });
}

const SAID = {
  open: 'reopened',
  'still going': 'still-going',
  done: 'done',
  'let go': 'let-go',
} as const;

/**
 * How what was decided goes, in the word of the coach whose it is; of what is kept in sessions in their supervisor's too.
 * It is no part of what is signed. Reopened, it is as it was before it was settled.
 * @throws Problem 404, 403, 412
 */
export async function sayHowItGoes(
  tx: EntityManager,
  actor: Actor,
  decisionId: string,
  version: number,
  state: DecisionState,
): Promise<DecisionView> {
  const decision = isId(decisionId) ? await decisionOfId(tx, actor, decisionId) : undefined;
  if (!decision || decision.isTakenBack || decision.view.becomes === 'promise') throw notFound('decision');
  const { view } = decision;
  if (!view.maySay)
    throw new Problem(403, 'decision-of-coach', `It is on ${view.coach.name}’s Today, who says how it goes.`);
  if (view.state === state && state !== 'still going') return view;
  if (view.version !== version) throw stale(view, { state });
  const isSettled = state === 'done' || state === 'let go';
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE supervision_decisions SET done_at = $4, done_by = $5, is_let_go = $6, version = version + 1,
            still_going_at = CASE WHEN $7 = 'still going' THEN $8::timestamptz
                                  WHEN $7 = 'open' AND done_at IS NULL THEN NULL ELSE still_going_at END
      WHERE organization_id = $1 AND id = $2 AND version = $3`,
    [
      ...[actor.organizationId, decisionId, version],
      ...(isSettled ? [actor.now, actor.accountId] : [null, null]),
      ...[state === 'let go', state, actor.now],
    ],
  );
  const after = found(await decisionOfId(tx, actor, decisionId), 'decision').view;
  if (count !== 1) throw stale(after, { state });
  actor.record({
    action: `decision.${SAID[state]}`,
    participantId: view.participantId,
    subjectId: decisionId,
  });
  return after;
}
