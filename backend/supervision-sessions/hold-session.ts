import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/door.js';
import { invalid, Problem } from '../http/problem.js';
import { holdTerms } from '../risk/answering.store.js';
import { settleRequests } from './ask-to-move.js';
import { planNext } from './plan-next.js';
import { clocksAnew } from './plan-session.js';
import { type SessionRow, sessionInReach } from './sessions.queries.js';
import type { SessionHours } from './supervision-session.dto.js';
import { withdrawTelling } from './tell-of-session.js';
import { agendaNow } from './whole-session.js';
import { refuseNobodyLeft } from './who-may-come.js';

/**
 * Begins a session: who can no longer come is left out, the agenda is written as it now is and stays so, and the next
 * of the rhythm is planned.
 */
export async function beginSession(tx: EntityManager, actor: Actor, row: SessionRow): Promise<void> {
  const present = refuseNobodyLeft(row);
  await holdTerms(tx, true);
  const absent = row.coaches.map(({ accountId }) => accountId).filter((id) => !present.includes(id));
  if (absent.length > 0) await setAttended(tx, actor, row.id, present);
  await tx.query(
    `UPDATE supervision_sessions SET begun_at = $3, begun_by = $4, held_on = $5, minutes = planned_minutes,
            during = 'empty', ends_at = $6, version = version + 1, text_version = text_version + 1
      WHERE organization_id = $1 AND id = $2`,
    [
      ...[actor.organizationId, row.id, actor.now, actor.accountId, actor.today],
      new Date(actor.now.getTime() + row.planned_minutes * 60_000),
    ],
  );
  await writeAgenda(tx, actor, await sessionInReach(tx, actor, row.id));
  await settleRequests(tx, actor, row.id, 'kept');
  await withdrawTelling(tx, actor, row.id);
  await planNext(tx, actor, row);
  await clocksAnew(tx, actor);
}

async function writeAgenda(tx: EntityManager, actor: Actor, row: SessionRow): Promise<void> {
  const lines = (await agendaNow(tx, actor, row)).map((line) => ({ ...line, id: newId() }));
  if (lines.length === 0) return;
  await tx.query(
    `INSERT INTO supervision_lines (organization_id, id, session_id, coach_id, section, position, is_about_somebody)
     SELECT $1, l.id, $2, l.coach_id, l.section, l.position, l.is_about_somebody
       FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::integer[], $7::boolean[])
            AS l (id, coach_id, section, position, is_about_somebody)`,
    [
      ...[actor.organizationId, row.id, lines.map(({ id }) => id), lines.map(({ coachId }) => coachId)],
      ...[lines.map(({ section }) => section), lines.map((_, index) => index + 1)],
      lines.map(({ participantId }) => participantId !== null),
    ],
  );
  await tx.query(
    `INSERT INTO supervision_line_words (organization_id, line_id, session_id, coach_id, participant_id, subject_id,
       sentence, level)
     SELECT $1, l.id, $2, l.coach_id, l.participant_id, l.subject_id, l.sentence, l.level
       FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[])
            AS l (id, coach_id, participant_id, subject_id, sentence, level)`,
    [
      ...[actor.organizationId, row.id, lines.map(({ id }) => id), lines.map(({ coachId }) => coachId)],
      ...[lines.map(({ participantId }) => participantId), lines.map(({ subjectId }) => subjectId)],
      ...[lines.map(({ sentence }) => sentence), lines.map(({ level }) => level)],
    ],
  );
}

/** How long it was and who was there. @throws Problem 422 for somebody who was not expected, 409 for nobody. */
export async function setHours(
  tx: EntityManager,
  actor: Actor,
  row: SessionRow,
  { minutes, attendedIds }: SessionHours,
): Promise<void> {
  const attended = attendedIds.map((id) => id.toLowerCase());
  if (attended.some((id) => !row.coaches.some(({ accountId }) => accountId === id)))
    throw invalid('attendedIds', 'not-in-session', 'Only coaches of this session can have attended it.');
  if (attended.length === 0)
    throw new Problem(
      409,
      'session-without-coach',
      'Somebody must have been there. If nobody was, call the session off.',
    );
  await setAttended(tx, actor, row.id, attended);
  await tx.query(
    `UPDATE supervision_sessions SET minutes = $3, version = version + 1, text_version = text_version + 1
      WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, row.id, minutes],
  );
}

async function setAttended(
  tx: EntityManager,
  actor: Actor,
  sessionId: string,
  attendedIds: string[],
): Promise<void> {
  await tx.query(
    `UPDATE supervision_session_coaches SET attended = coach_id = ANY ($3)
      WHERE organization_id = $1 AND session_id = $2 AND attended <> (coach_id = ANY ($3::uuid[]))`,
    [actor.organizationId, sessionId, attendedIds],
  );
}
