import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { answeringTerms } from '../risk/answering.store.js';
import { nextOpening } from '../risk/working-hours.rules.js';

/** Tells the coaches of a session that its plan changed, instead of what still waits to be told of it. */
export async function tellCoaches(
  tx: EntityManager,
  actor: Actor,
  sessionId: string,
  step: string,
): Promise<void> {
  await withdrawTelling(tx, actor, sessionId);
  await tx.query('SELECT tell_coaches_of_session($1, $2, $3)', [sessionId, step, actor.now]);
}

/** What has not gone out about it need not any more. */
export async function withdrawTelling(tx: EntityManager, actor: Actor, subjectId: string): Promise<void> {
  await tx.query('SELECT withdraw_messages($1, $2)', [subjectId, actor.now]);
}

/** Tells the supervisor that a coach asks for another time: as the organization opens, since no night is worth it. */
export async function tellSupervisor(
  tx: EntityManager,
  actor: Actor,
  supervisorId: string,
  requestId: string,
): Promise<void> {
  const at = nextOpening(await answeringTerms(tx), actor.now);
  await tx.query(`SELECT tell_of_supervision($1, 'supervising', $2, 'asked', $3)`, [
    ...[supervisorId, requestId, at],
  ]);
}

/** Tells the coach who asked that the time stays. */
export async function tellOfKept(
  tx: EntityManager,
  actor: Actor,
  coachId: string,
  requestId: string,
): Promise<void> {
  await tx.query(`SELECT tell_of_supervision($1, 'supervision', $2, 'kept', $3)`, [
    ...[coachId, requestId, actor.now],
  ]);
}
