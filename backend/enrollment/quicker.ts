import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import {
  type AssignedNow,
  type AssignmentKind,
  type AssignmentsNow,
} from '../participants/assignments.queries.js';
import type { Assignment } from './assignment.dto.js';

interface Asked {
  participantId: string;
  kind: AssignmentKind;
  coachId: string | null;
}

/** A choice is open for as long as a session may last. */
const OPEN_FOR_MS = 12 * 3_600_000;

/** Somebody chose another meanwhile: who it was, what stands now, and what was wanted. */
export function somebodyWasQuicker(asked: Asked, now: AssignmentsNow): Problem {
  const there = now[asked.kind];
  const who = there?.madeByName ?? 'Somebody else';
  return new Problem(
    409,
    'one-primary-coach-at-a-time',
    there
      ? `${who} chose ${there.name} meanwhile. Look again before you change it.`
      : 'Somebody else ended this meanwhile. Look again before you change it.',
    {
      current: assignmentOf(asked.participantId, now),
      yours: { coachId: asked.coachId },
    },
  );
}

export function assignmentOf(participantId: string, { primary, second }: AssignmentsNow): Assignment {
  return { participantId, coach: primary, secondCoach: second };
}

interface QuickerRow {
  coach_id: string;
  coach_name: string;
  from_on: string;
  last_on: string | null;
  made_by_name: string | null;
  made_at: Date;
}

/**
 * Why somebody is no longer within reach of who was choosing for them: another supervisor gave them to another team.
 * Told only to who had this choice open before; to everybody else it is the 404 of a participant who does not exist.
 */
export async function outOfReach(tx: EntityManager, actor: Actor, asked: Asked): Promise<Problem> {
  if (actor.role !== 'supervisor' || !isId(asked.participantId)) return notFound('participant');
  const [row] = await tx.query<QuickerRow[]>('SELECT * FROM chosen_meanwhile($1, $2)', [
    asked.participantId,
    new Date(actor.now.getTime() - OPEN_FOR_MS),
  ]);
  if (!row) return notFound('participant');
  const primary: AssignedNow = {
    accountId: row.coach_id,
    name: row.coach_name,
    fromOn: row.from_on,
    lastOn: row.last_on,
    madeByName: row.made_by_name,
    madeAt: row.made_at,
  };
  return new Problem(
    409,
    'one-primary-coach-at-a-time',
    `${row.made_by_name ?? 'Somebody else'} chose ${row.coach_name} meanwhile. They are with another team now.`,
    {
      current: assignmentOf(asked.participantId, {
        primary,
        second: null,
        isEnrolled: true,
        accountId: null,
      }),
      yours: { coachId: asked.coachId },
    },
  );
}
