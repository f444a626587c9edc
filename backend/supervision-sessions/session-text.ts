import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem, stale } from '../http/problem.js';
import { linesOf } from './session-parts.queries.js';
import { calledOff } from './session-refusals.js';
import { bothSigned } from './session-state.rules.js';
import { type SessionRow, stateOf } from './sessions.queries.js';
import { wholeSession } from './whole-session.js';

/**
 * Refuses to write in a session that is not open. Signed by one while the other still writes is an old version: both
 * texts are answered and nothing is overwritten, as the signature can still be taken back.
 *
 * @throws Problem 409, or 412 with the session as it now is and what was sent
 */
export async function refuseUnlessOpen(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
  yours: object,
): Promise<void> {
  const state = stateOf(row);
  if (state === 'open') return;
  if (state === 'called off') throw calledOff();
  if (state === 'planned')
    throw new Problem(409, 'session-not-begun', 'This session has not begun yet. Begin it first.');
  if (bothSigned(row.signatures))
    throw new Problem(
      409,
      'session-signed-by-both',
      'Both sides have signed, so this stays as it is. Add what is missing in an addendum.',
    );
  throw stale(await wholeSession(tx, actor, row), yours);
}

/** What was talked about besides the lines. The same words again change nothing, whatever version they say. */
export async function writeWords(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
  version: number,
  words: string,
): Promise<void> {
  if (row.words === words) return;
  await refuseUnlessOpen(tx, actor, row, { words });
  if (row.words_version !== version) throw stale(await wholeSession(tx, actor, row), { words });
  await tx.query(
    `UPDATE supervision_sessions SET words = $3, words_version = words_version + 1, text_version = text_version + 1
      WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, row.id, words],
  );
}

/** What was talked about beside a line. @returns whose record it is about @throws Problem 404 for a line out of reach */
export async function writeBesideLine(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
  { lineId, version, words }: { lineId: string; version: number; words: string },
): Promise<string | null> {
  const lines = isId(lineId) ? await linesOf(tx, actor, row.id) : [];
  const line = lines.find((each) => each.lineId === lineId.toLowerCase());
  if (!line || line.hasMovedOn) throw notFound('supervision-line');
  if (line.words === words) return line.participantId;
  await refuseUnlessOpen(tx, actor, row, { words });
  if (line.version !== version) throw stale(await wholeSession(tx, actor, row), { words });
  await tx.query(
    `UPDATE supervision_line_words SET words = $3, version = version + 1
      WHERE organization_id = $1 AND line_id = $2`,
    [actor.organizationId, line.lineId, words],
  );
  await textChanged(tx, actor, row.id);
  return line.participantId;
}

/** Counts a change of what is signed, and lets open pages of the others know. */
export async function textChanged(tx: EntityManager, actor: Actor, sessionId: string): Promise<void> {
  await tx.query(
    `UPDATE supervision_sessions SET text_version = text_version + 1 WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, sessionId],
  );
}

/** Signing and adding change no text, and are news all the same. */
export async function stateChanged(tx: EntityManager, actor: Actor, sessionId: string): Promise<void> {
  await tx.query(
    `UPDATE supervision_sessions SET version = version + 1 WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, sessionId],
  );
}
