import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { invalid, notFound, Problem, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { type OwnParticipant, ownParticipant } from '../participants/own-participant.queries.js';
import { birthdayOf } from './birthdays.queries.js';
import { milestonesReached, milestonesToKeep, type Period } from './counting.rules.js';
import { ownDays, periodView } from './own-days.js';
import { wrongDayOf } from './period.rules.js';
import type { ChangePeriod, EnterPeriod, RecoveryDays } from './recovery-days.dto.js';
import {
  holdSettings,
  keepMilestones,
  keptMilestones,
  type KnownPeriod,
  periodsOf,
} from './recovery-days.queries.js';

/** The acting participant's periods, with nobody else writing them. */
interface Held {
  own: OwnParticipant;
  writtenOn: string | null;
  all: KnownPeriod[];
}

/**
 * Enters a period once for its id: a start, beginning again, or one from earlier.
 *
 * @throws Problem 409 when the id stands for another period; 422 when its days can't be
 */
export async function enterPeriod(
  tx: EntityManager,
  actor: Actor,
  asked: EnterPeriod,
): Promise<RecoveryDays> {
  const held = await holdPeriods(tx, actor);
  const { periodId, beganOn } = asked;
  const endedOn = asked.endedOn ?? null;
  const hash = requestHash({ periodId, beganOn, endedOn });
  const known = held.all.find((each) => each.periodId === periodId.toLowerCase());
  if (known) {
    if (known.requestHash?.equals(hash)) return ownDays(tx, actor, held.own);
    throw new Problem(
      409,
      'recovery-period-id-taken',
      'This id already stands for other dates. Enter them anew.',
    );
  }
  await refuseWrongDays(tx, actor, held, { beganOn, endedOn }, periodId);
  const entered = await tx.query<unknown[]>(
    `INSERT INTO recovery_periods (organization_id, id, participant_id, began_on, ended_on, made_at, changed_at, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [actor.organizationId, periodId, held.own.participantId, beganOn, endedOn, actor.now, hash],
  );
  // held by somebody else's period, which is not theirs to see
  if (entered.length === 0) throw notFound('recovery-period');
  return written(tx, actor, held, 'recovery-period.entered', periodId);
}

/**
 * Sets the days of a period: put right, ended by a return to use, or going on after all. What is so already stays so.
 *
 * @throws Problem 404; 412 with both when it changed since; 409 when it was taken away; 422 when its days can't be
 */
export async function changePeriod(
  tx: EntityManager,
  actor: Actor,
  periodId: string,
  version: number,
  { beganOn, endedOn }: ChangePeriod,
): Promise<RecoveryDays> {
  const held = await holdPeriods(tx, actor);
  const period = periodIn(held, periodId);
  if (period.isRemoved) throw gone();
  if (period.beganOn === beganOn && period.endedOn === endedOn) return ownDays(tx, actor, held.own);
  if (period.version !== version) throw stale(periodView(period, actor.today), { beganOn, endedOn });
  await refuseWrongDays(tx, actor, held, { beganOn, endedOn }, periodId);
  await tx.query(
    `UPDATE recovery_periods SET began_on = $3, ended_on = $4, changed_at = $5, version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, periodId, beganOn, endedOn, actor.now],
  );
  return written(tx, actor, held, 'recovery-period.changed', periodId);
}

/**
 * Takes a period away, or brings it back. What is so already stays so.
 *
 * @throws Problem 404; 412 when it changed since; 422 when its days are counted otherwise meanwhile
 */
export async function removePeriod(
  tx: EntityManager,
  actor: Actor,
  periodId: string,
  version: number,
  isRemoved: boolean,
): Promise<RecoveryDays> {
  const held = await holdPeriods(tx, actor);
  const period = periodIn(held, periodId);
  if (period.isRemoved === isRemoved) return ownDays(tx, actor, held.own);
  if (period.version !== version) throw stale(periodView(period, actor.today), { isRemoved });
  if (!isRemoved) await refuseWrongDays(tx, actor, held, period, periodId);
  await tx.query(
    `UPDATE recovery_periods SET removed_at = $3, changed_at = $4, version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, periodId, isRemoved ? actor.now : null, actor.now],
  );
  return written(
    ...([tx, actor, held] as const),
    isRemoved ? 'recovery-period.removed' : 'recovery-period.restored',
    periodId,
  );
}

async function holdPeriods(tx: EntityManager, actor: Actor): Promise<Held> {
  const own = await ownParticipant(tx, actor);
  const { writtenOn } = await holdSettings(tx, actor, own.participantId);
  return { own, writtenOn, all: await periodsOf(tx, actor, own.participantId) };
}

function periodIn({ all }: Held, periodId: string): KnownPeriod {
  const period = isId(periodId) && all.find((each) => each.periodId === periodId.toLowerCase());
  if (!period) throw notFound('recovery-period');
  return period;
}

function gone(): Problem {
  return new Problem(409, 'recovery-period-removed', 'These dates were taken away meanwhile.');
}

async function refuseWrongDays(
  tx: EntityManager,
  actor: Actor,
  { own, all }: Held,
  period: Period,
  periodId: string,
): Promise<void> {
  const { bornOn } = await birthdayOf(tx, actor, own.participantId);
  const others = all.filter((each) => !each.isRemoved && each.periodId !== periodId.toLowerCase());
  const wrong = wrongDayOf(period, others, actor.today, bornOn);
  if (wrong) throw invalid(wrong.field, wrong.code, wrong.words);
}

/** Keeps the milestones reached before and after, and leaves a line in the trail. */
async function written(
  tx: EntityManager,
  actor: Actor,
  { own, writtenOn, all }: Held,
  action: string,
  subjectId: string,
): Promise<RecoveryDays> {
  const { participantId } = own;
  const [kept, now] = [
    await keptMilestones(tx, actor, participantId),
    await periodsOf(tx, actor, participantId),
  ];
  const reached = milestonesReached(standing(all), actor.today);
  const after = milestonesReached(standing(now), actor.today);
  await keepMilestones(
    ...([tx, actor, participantId] as const),
    milestonesToKeep(kept, { reached, writtenOn }, after, actor.today),
  );
  actor.record({ action, participantId, subjectId });
  return ownDays(tx, actor, own);
}

const standing = (periods: KnownPeriod[]): KnownPeriod[] => periods.filter(({ isRemoved }) => !isRemoved);
