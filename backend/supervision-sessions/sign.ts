import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { linesOf } from './session-parts.queries.js';
import { calledOff } from './session-refusals.js';
import { bothSigned } from './session-state.rules.js';
import { attending, isSignedBy, isSupervising, type SessionRow, stateOf } from './sessions.queries.js';
import type { NewSessionAddendum } from './supervision-session.dto.js';
import { wholeSession } from './whole-session.js';

/**
 * Signs what was read, for oneself; signed again it stays as it was.
 *
 * @param textVersion of the text that was read
 * @throws Problem 409 before it began, once called off and for who was not there; 412 when the text changed meanwhile
 */
export async function sign(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
  textVersion: number,
): Promise<void> {
  if (isSignedBy(row, actor)) return;
  if (row.text_version !== textVersion) throw stale(await wholeSession(tx, actor, row), { textVersion });
  const state = stateOf(row);
  if (state === 'planned')
    throw new Problem(409, 'session-not-begun', 'This session has not begun, so there is nothing to sign.');
  if (state === 'called off') throw calledOff();
  if (!isSupervising(actor) && !attending(row).some(({ accountId }) => accountId === actor.accountId))
    throw new Problem(
      409,
      'session-not-attended',
      'Only who was there signs. If you were, ask your supervisor to put that right.',
    );
  await tx.query(
    `INSERT INTO supervision_signatures (organization_id, session_id, account_id, side, signed_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [
      ...[actor.organizationId, row.id, actor.accountId, isSupervising(actor) ? 'supervisor' : 'coach'],
      actor.now,
    ],
  );
  actor.record({ action: 'supervision-session.signed', subjectId: row.id });
}

/** Takes one's signature back while the other side has not signed: the text opens again. */
export async function takeSignatureBack(tx: EntityManager, actor: Actor, row: SessionRow): Promise<void> {
  if (!isSignedBy(row, actor)) return;
  if (bothSigned(row.signatures))
    throw new Problem(
      409,
      'session-signed-by-both',
      'Both sides have signed, so the signatures stay. Add what is missing in an addendum.',
    );
  await tx.query(
    `DELETE FROM supervision_signatures WHERE organization_id = $1 AND session_id = $2
        AND (account_id = $3 OR $4 AND side = 'supervisor')`,
    [actor.organizationId, row.id, actor.accountId, isSupervising(actor)],
  );
  actor.record({ action: 'supervision-session.signature-taken-back', subjectId: row.id });
}

/** Adds to a session that both sides signed, once for its id. */
export async function addAddendum(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
  asked: NewSessionAddendum,
): Promise<void> {
  const hash = requestHash({ ...asked, sessionId: row.id });
  const [earlier] = await tx.query<{ request_hash: Buffer }[]>(
    'SELECT request_hash FROM supervision_addenda WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, asked.addendumId],
  );
  if (earlier?.request_hash.equals(hash)) return;
  if (!earlier && !bothSigned(row.signatures))
    throw new Problem(
      409,
      'session-not-signed-by-both',
      'An addendum follows the signatures of both sides. Until then, take a signature back and change the text.',
    );
  if (asked.lineId) {
    const lines = isId(asked.lineId) ? await linesOf(tx, actor, row.id) : [];
    const line = lines.find(({ lineId }) => lineId === asked.lineId?.toLowerCase());
    if (!line || line.hasMovedOn) throw notFound('supervision-line');
  }
  // an id that a line out of reach holds is taken all the same
  const inserted = earlier
    ? []
    : await tx.query<unknown[]>(
        `INSERT INTO supervision_addenda (organization_id, id, session_id, line_id, account_id, words, added_at,
           request_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
        [
          ...[actor.organizationId, asked.addendumId, row.id, asked.lineId ?? null, actor.accountId],
          ...[asked.words, actor.now, hash],
        ],
      );
  if (inserted.length === 0)
    throw new Problem(409, 'addendum-id-taken', 'Something else was already added under this id.');
  actor.record({ action: 'supervision-session.added-to', subjectId: row.id });
}
