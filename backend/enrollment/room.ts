import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { CoachToAssign } from '../coaches/coach-to-assign.js';
import { loadSettings, loadsOf, shapeOfParticipant } from '../coaches/load.queries.js';
import {
  type Load,
  type LoadShape,
  loadWith,
  type LoadWeights,
  roomIn,
  weightOf,
} from '../coaches/load.rules.js';
import { Problem } from '../http/problem.js';
import type { AssignmentKind } from '../participants/assignments.queries.js';

/** What a coach would carry with one more person; who was their second participant is none twice. */
export function loadAfter(
  load: Load,
  shape: LoadShape,
  { kind, isSecondNow }: { kind: AssignmentKind; isSecondNow: boolean },
  weights: LoadWeights,
): Load {
  const before = isSecondNow
    ? {
        ...load,
        weight: load.weight - weightOf({ ...shape, isSecond: true }, weights),
        headCount: load.headCount - 1,
      }
    : load;
  return loadWith(before, { ...shape, isSecond: kind === 'second' }, weights);
}

interface Asked {
  participantId: string;
  kind: AssignmentKind;
  coach: Pick<CoachToAssign, 'accountId' | 'name'>;
  isSecondNow: boolean;
  reason?: string;
}

/**
 * Refuses a coach who has no room: beyond the ceiling of heads always, since a payer or a state set it; beyond the
 * capacity in weight without a reason, since whoever assigns may know better than arithmetic. Who is given to one coach
 * by two at once goes one after the other, so that both are counted.
 */
export async function refuseWithoutRoom(tx: EntityManager, actor: Actor, asked: Asked): Promise<void> {
  const { coach, participantId, reason } = asked;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 32))', [coach.accountId]);
  const [loads, shape, { weights }] = await Promise.all([
    loadsOf(tx, actor, [coach.accountId]),
    shapeOfParticipant(tx, actor, participantId),
    loadSettings(tx, actor),
  ]);
  const load = loads.get(coach.accountId);
  if (!load || !shape) return;
  const after = loadAfter(load, shape, asked, weights);
  const room = roomIn(after);
  if (room === 'at the ceiling' && after.headCount > load.headCount)
    throw new Problem(
      409,
      'coach-at-the-ceiling',
      `${coach.name} walks with ${load.headCount} people, and ${load.headCountCeiling} is the most that a coach may have here. ` +
        'Choose another coach, or ask an administrator about the ceiling.',
      { facts: { load, after } },
    );
  if (room !== 'room' && after.weight > after.capacity && !reason?.trim())
    throw new Problem(
      409,
      'coach-full',
      `${coach.name} would carry ${after.weight} of ${after.capacity}. Choose another coach, or say why them all the same.`,
      { facts: { load, after } },
    );
}
