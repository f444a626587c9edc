import type { EntityManager } from 'typeorm';
import { type Actor } from '../access/door.js';
import { type CoachToAssign, coachToAssign, refuseUnable } from '../coaches/coach-to-assign.js';
import { invalid, Problem } from '../http/problem.js';
import {
  type AssignmentKind,
  assignmentsNow,
  type AssignmentsNow,
  beginAssignment,
  setLastDay,
} from '../participants/assignments.queries.js';
import { participantIfInReach } from '../participants/participants.queries.js';
import { holdStanding } from '../standing/standing.store.js';
import type { Assignment } from './assignment.dto.js';
import { assignmentOf, outOfReach, somebodyWasQuicker } from './quicker.js';
import { refuseWithoutRoom } from './room.js';

export interface ToAssign {
  participantId: string;
  kind: AssignmentKind;
  /** Null for nobody. */
  coachId: string | null;
  /** Whom the chooser saw in this place; undefined where that does not matter. */
  insteadOf?: string | null;
  /** Why all the same, where the coach is full. */
  reason?: string;
  lastOn?: string | null;
}

/**
 * Gives a participant to a coach from today on, as primary or as second, or to nobody: the one way to do so, for the
 * dialog and whatever else moves people. The one before in this place ends today, the same day included; what they did
 * stays theirs. Whoever stands there already is no change, so that a choice sent again is one choice.
 *
 * A supervisor gives whom they reach to any coach of the organization. Of two who choose at once the first stands and
 * the second is told who it was.
 *
 * @throws Problem 404 for a participant or coach out of reach; 409 when somebody was quicker, the coach is disabled,
 * uncertified, full, at the ceiling, the participant themself or already the primary one, or the enrollment is closed.
 */
export async function assign(tx: EntityManager, actor: Actor, asked: ToAssign): Promise<Assignment> {
  const { participantId, kind, coachId } = asked;
  if (!(await mayMove(tx, actor, participantId))) throw await outOfReach(tx, actor, asked);
  const coach = coachId === null ? null : await coachToAssign(tx, actor, coachId);
  const seen = asked.insteadOf !== undefined ? undefined : await assignmentsNow(tx, actor, participantId);
  const insteadOf = seen ? (seen[kind]?.accountId ?? null) : asked.insteadOf;
  await holdStanding(tx, participantId);
  // who waited here may find them given to another team
  if (!(await mayMove(tx, actor, participantId))) throw await outOfReach(tx, actor, asked);
  const now = await assignmentsNow(tx, actor, participantId);
  const there = now[kind]?.accountId ?? null;
  if (there !== (coach?.accountId ?? null)) {
    if (there !== insteadOf) throw somebodyWasQuicker(asked, now);
    if (coach) await refuseUnfit(tx, actor, asked, coach, now);
    await beginAssignment(tx, actor, participantId, asked);
    if (kind === 'primary') await tx.query('SELECT tell_of_new_coach($1, $2)', [participantId, actor.now]);
    record(actor, asked);
  } else if (coach && asked.lastOn !== undefined && asked.lastOn !== now[kind]?.lastOn) {
    refusePast(actor, asked.lastOn);
    await setLastDay(tx, actor, participantId, { kind, lastOn: asked.lastOn });
    record(actor, asked);
  } else return assignmentOf(participantId, now);
  // read by whoever assigned, who may have given them out of their own reach: from what was done, not from the rows
  return assignmentOf(participantId, after(actor, asked, coach, now));
}

async function refuseUnfit(
  tx: EntityManager,
  actor: Actor,
  { participantId, kind, reason, lastOn }: ToAssign,
  coach: CoachToAssign,
  now: AssignmentsNow,
): Promise<void> {
  if (!now.isEnrolled)
    throw new Problem(
      409,
      'enrollment-closed',
      'They are no longer enrolled, so there is nobody to walk with.',
    );
  if (now.accountId === coach.accountId)
    throw new Problem(409, 'nobody-is-their-own-coach', 'Nobody is their own coach. Choose another one.');
  if (kind === 'second' && now.primary?.accountId === coach.accountId)
    throw new Problem(
      409,
      'already-the-primary-coach',
      `${coach.name} is their primary coach already. Choose somebody else to walk beside them.`,
    );
  refuseUnable(coach);
  refusePast(actor, lastOn);
  const isSecondNow = now.second?.accountId === coach.accountId;
  await refuseWithoutRoom(tx, actor, { participantId, kind, coach, isSecondNow, reason });
}

function refusePast(actor: Actor, lastOn: string | null | undefined): void {
  if (lastOn && lastOn < actor.today)
    throw invalid('lastOn', 'in-the-past', 'This day has gone by. Choose today or a later day.');
}

/**
 * Whether somebody is within reach, and the actor's to move: a supervisor who was told of a risk note reads the
 * participant, but who walks with them is for their own team.
 */
export async function mayMove(tx: EntityManager, actor: Actor, participantId: string): Promise<boolean> {
  if (!(await participantIfInReach(tx, actor, participantId))) return false;
  if (actor.role !== 'supervisor') return true;
  const [row] = await tx.query<{ is_of_the_team: boolean }[]>('SELECT is_of_the_team($1)', [participantId]);
  return row?.is_of_the_team ?? false;
}

function record(actor: Actor, { participantId, kind, coachId, reason }: ToAssign): void {
  actor.record({
    action: kind === 'primary' ? 'assignment.changed' : 'second-assignment.changed',
    participantId,
    subjectId: coachId,
    why: reason?.trim() || undefined,
  });
}

/** What stands after the change, without asking again. */
function after(
  actor: Actor,
  { kind, coachId, lastOn }: ToAssign,
  coach: CoachToAssign | null,
  now: AssignmentsNow,
): AssignmentsNow {
  const chosen = coach && {
    accountId: coach.accountId,
    name: coach.name,
    fromOn: now[kind]?.accountId === coachId ? now[kind]!.fromOn : actor.today,
    lastOn: lastOn ?? null,
    madeByName: null,
    madeAt: actor.now,
  };
  if (kind === 'second') return { ...now, second: chosen };
  return { ...now, primary: chosen, second: now.second?.accountId === coachId ? null : now.second };
}
