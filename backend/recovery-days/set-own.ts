import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { invalid, Problem, stale } from '../http/problem.js';
import { ownParticipant } from '../participants/own-participant.queries.js';
import { type Birthday, birthdayOf, removeBirthday, writeBirthday } from './birthdays.queries.js';
import { ownDays } from './own-days.js';
import { wrongBirthday } from './period.rules.js';
import type { RecoveryDays, SetOwnBirthday, SetRecoveryDays } from './recovery-days.dto.js';
import { type DaySettings, holdSettings, periodsOf, settingsOf } from './recovery-days.queries.js';

type Choices = Pick<DaySettings, 'isShared' | 'showsCurrentPeriod'>;

/** Before anything was chosen. */
const NOTHING_SET: Choices = { isShared: false, showsCurrentPeriod: false };

/**
 * Who may see the days, and whether the current period shows. What is so already stays so, whichever version was seen.
 *
 * @throws Problem 412 with both when another device set them meanwhile
 */
export async function setRecoveryDays(
  tx: EntityManager,
  actor: Actor,
  version: number,
  asked: SetRecoveryDays,
): Promise<RecoveryDays> {
  const own = await ownParticipant(tx, actor);
  const { participantId } = own;
  // what asks for nothing new leaves no row either
  if (isSoAlready((await settingsOf(tx, actor, participantId)) ?? NOTHING_SET, asked))
    return ownDays(tx, actor, own);
  const now = await holdSettings(tx, actor, participantId);
  if (isSoAlready(now, asked)) return ownDays(tx, actor, own);
  const isShared = asked.isShared ?? now.isShared;
  const showsCurrentPeriod = asked.showsCurrentPeriod ?? now.showsCurrentPeriod;
  // to share no more never waits for a second try
  const isOnlyUnsharing = asked.isShared === false && asked.showsCurrentPeriod === undefined;
  if (version !== now.version && !isOnlyUnsharing)
    throw stale(
      { isShared: now.isShared, showsCurrentPeriod: now.showsCurrentPeriod, version: now.version },
      asked,
    );
  await tx.query(
    `UPDATE recovery_day_settings SET is_shared = $3, shows_current_period = $4, version = version + 1
      WHERE organization_id = $1 AND participant_id = $2`,
    [actor.organizationId, participantId, isShared, showsCurrentPeriod],
  );
  const sharing = isShared ? 'recovery-days.shared' : 'recovery-days.unshared';
  actor.record({ action: isShared === now.isShared ? 'recovery-days.set' : sharing, participantId });
  return ownDays(tx, actor, own);
}

/**
 * The acting participant's own birthday, and whether their coach sees it. What is so already stays so.
 *
 * @throws Problem 412 with both; 422 when nobody can be born on that day, or recovery began before it
 */
export async function setOwnBirthday(
  tx: EntityManager,
  actor: Actor,
  version: number,
  asked: SetOwnBirthday,
): Promise<RecoveryDays> {
  const own = await ownParticipant(tx, actor);
  const { participantId } = own;
  if (isBirthdayAlready(await birthdayOf(tx, actor, participantId), asked)) return ownDays(tx, actor, own);
  await holdSettings(tx, actor, participantId);
  const now = await birthdayOf(tx, actor, participantId);
  const { bornOn, isShared } = asked;
  if (isBirthdayAlready(now, asked)) return ownDays(tx, actor, own);
  if (version !== now.version) throw stale(now, asked);
  if (bornOn === null) {
    await removeBirthday(tx, actor, participantId, version);
    actor.record({ action: 'birthday.removed', participantId });
    return ownDays(tx, actor, own);
  }
  const first = (await periodsOf(tx, actor, participantId)).filter(({ isRemoved }) => !isRemoved).at(-1);
  const wrong = wrongBirthday(bornOn, actor.today, first?.beganOn ?? null);
  if (wrong) throw invalid('bornOn', wrong.code, wrong.words);
  if (!(await writeBirthday(tx, actor, participantId, version, { bornOn, isShared })))
    throw new Problem(409, 'birthday-just-given', 'A birthday was given at this moment. Look again.');
  actor.record({ action: 'birthday.given', participantId });
  return ownDays(tx, actor, own);
}

function isSoAlready(now: Choices, asked: SetRecoveryDays): boolean {
  return (
    (asked.isShared ?? now.isShared) === now.isShared &&
    (asked.showsCurrentPeriod ?? now.showsCurrentPeriod) === now.showsCurrentPeriod
  );
}

function isBirthdayAlready(now: Birthday, { bornOn, isShared }: SetOwnBirthday): boolean {
  return bornOn === now.bornOn && (bornOn === null || isShared === now.isShared);
}
