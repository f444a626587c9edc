import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { Problem, stale } from '../http/problem.js';
import { finishMove, sideOf } from './goal.rules.js';
import type { OwnGoal } from './goal.view.js';
import { type GoalInFull, goalInReach, ownGoal } from './goals-in-full.queries.js';
import { refuseUnlessOpen } from './open-goal.js';

/**
 * Says that a goal is reached: the first side proposes it, the other confirms. Said again it stays as it is.
 *
 * @param isForBoth staff say it for both, where the participant has no account
 * @throws Problem 404 out of reach; 412 stale; 409 let go; 403 for a supervisor before anybody else said so.
 */
export async function finishGoal(
  tx: EntityManager,
  actor: Actor,
  goalId: string,
  version: number,
  isForBoth: boolean,
): Promise<OwnGoal> {
  const before = await goalInReach(tx, actor, goalId);
  const move = finishMove(actor.role, before.finish_proposed_side, isForBoth, before.has_account);
  if (before.finished_on || (move === 'nothing' && !before.let_go_on)) return ownGoal(before, actor);
  if (before.version !== version) throw stale(ownGoal(before, actor), { isAgreedInPerson: isForBoth });
  refuseUnlessOpen(before);
  if (move === 'not yours to say')
    throw new Problem(
      403,
      'goal-not-proposed',
      'The participant or their coach says first that a goal is reached. Then you can confirm it.',
    );
  const confirmed = { finished_on: actor.today, finished_by: actor.accountId };
  const proposed = { finish_proposed_by: actor.accountId, finish_proposed_at: actor.now };
  const columns =
    move === 'confirm'
      ? confirmed
      : move === 'propose'
        ? proposed
        : { ...(before.finish_proposed_at ? {} : proposed), ...confirmed, finish_agreed_in_person: true };
  return moved(
    tx,
    actor,
    before,
    version,
    columns,
    move === 'propose' ? 'goal.finish-proposed' : 'goal.finished',
  );
}

/** Takes back what was said of it being reached, by whichever side, until it is confirmed. Nothing said: stays so. */
export async function takeFinishBack(
  tx: EntityManager,
  actor: Actor,
  goalId: string,
  version: number,
): Promise<OwnGoal> {
  const before = await goalInReach(tx, actor, goalId);
  if (!before.finish_proposed_side && !before.finished_on) return ownGoal(before, actor);
  if (before.version !== version) throw stale(ownGoal(before, actor), {});
  refuseUnlessOpen(before);
  const columns = { finish_proposed_by: null, finish_proposed_at: null };
  return moved(tx, actor, before, version, columns, 'goal.finish-taken-back');
}

/** Lets a goal go, without blame and with words or none. That somebody said it is reached ends with it. */
export async function letGoalGo(
  tx: EntityManager,
  actor: Actor,
  goalId: string,
  version: number,
  words: string,
): Promise<OwnGoal> {
  const before = await goalInReach(tx, actor, goalId);
  if (before.let_go_on) return ownGoal(before, actor);
  if (before.version !== version) throw stale(ownGoal(before, actor), { words });
  refuseUnlessOpen(before);
  const columns = {
    let_go_on: actor.today,
    let_go_by: actor.accountId,
    let_go_words: words,
    finish_proposed_by: null,
    finish_proposed_at: null,
  };
  return moved(tx, actor, before, version, columns, 'goal.let-go');
}

/** Takes a goal up again that was let go or finished. */
export async function takeGoalUp(
  tx: EntityManager,
  actor: Actor,
  goalId: string,
  version: number,
): Promise<OwnGoal> {
  const before = await goalInReach(tx, actor, goalId);
  if (!before.let_go_on && !before.finished_on) return ownGoal(before, actor);
  if (before.version !== version) throw stale(ownGoal(before, actor), {});
  const columns = {
    let_go_on: null,
    let_go_by: null,
    let_go_words: '',
    finish_proposed_by: null,
    finish_proposed_at: null,
    finished_on: null,
    finished_by: null,
  };
  return moved(tx, actor, before, version, columns, 'goal.taken-up');
}

/** @param columns names of our own, never of a request */
async function moved(
  tx: EntityManager,
  actor: Actor,
  before: GoalInFull,
  version: number,
  columns: Record<string, unknown>,
  action: string,
): Promise<OwnGoal> {
  const sets = Object.keys(columns).map((name, index) => `${name} = $${index + 4}`);
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE goals SET ${sets.join(', ')}, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND version = $3`,
    [actor.organizationId, before.id, version, ...Object.values(columns)],
  );
  const now = await goalInReach(tx, actor, before.id);
  // sent many times at once: what is already so stays so
  const isSo = Object.keys(columns).every((name) => isSet(now, name) === isSet(columns, name));
  if (count !== 1 && isSo) return ownGoal(now, actor);
  if (count !== 1) throw stale(ownGoal(now, actor), {});
  actor.record({
    action,
    participantId: before.participant_id,
    subjectId: before.id,
    ...(action === 'goal.finished' ? { why: `confirmed by ${sideOf(actor.role)}` } : {}),
  });
  return ownGoal(now, actor);
}

function isSet(of: object, column: string): boolean {
  const value = (of as Record<string, unknown>)[column];
  return value !== null && value !== undefined && value !== '';
}
