import { Chance } from './chance.js';
import type { Life } from './sample-making.js';

const EVENING = 20 * 60 + 40;

/** Days of one who has an account: periods as how long ago they began and ended, the last one going on. */
interface Days {
  isShared: boolean;
  periods: { beganAgo: number; endedAgo: number | null }[];
  bornOn: string | null;
  /** Who congratulated on so many days, how long ago. */
  glad?: { days: number; ago: number };
}

/** Theo's 90 and 89 days make 180 tomorrow, and Rosa may know; Mina keeps hers to herself. */
const DAYS: Record<string, Days> = {
  Theo: {
    isShared: true,
    periods: [
      { beganAgo: 421, endedAgo: 331 },
      { beganAgo: 89, endedAgo: null },
    ],
    bornOn: '1987-02-11',
    glad: { days: 120, ago: 58 },
  },
  Mina: { isShared: false, periods: [{ beganAgo: 62, endedAgo: null }], bornOn: null },
};

/** Recovery days, from a stream of their own, so that what else there is stays as it was. */
export function addRecoveryDays(lives: readonly Life[]): void {
  for (const life of lives) {
    const days = DAYS[life.person.preferredName];
    if (days && life.accountId) addDaysOf(life, life.accountId, days);
  }
}

function addDaysOf(
  { rows, days, participantId, coachOn }: Life,
  accountId: string,
  { isShared, periods, bornOn, glad }: Days,
): void {
  const chance = new Chance(`days of ${participantId}`);
  const whose = { participant_id: participantId };
  const writtenAgo = periods.at(-1)!.beganAgo;
  rows.add('recovery_day_settings', {
    ...whose,
    is_shared: isShared,
    shows_current_period: false,
    written_on: days.ago(writtenAgo),
    version: 2,
  });
  for (const { beganAgo, endedAgo } of periods) {
    const madeAt = days.at(days.ago(writtenAgo), EVENING).instant;
    rows.add('recovery_periods', {
      ...{ id: chance.id(madeAt), ...whose },
      began_on: days.ago(beganAgo),
      ended_on: endedAgo === null ? null : days.ago(endedAgo),
      ...{ made_at: madeAt, changed_at: madeAt, version: 1 },
    });
  }
  if (bornOn)
    rows.add('birthdays', {
      ...{ ...whose, born_on: bornOn, is_shared: isShared, given_by: accountId },
      given_at: days.at(days.ago(writtenAgo), EVENING).instant,
      version: 1,
    });
  if (glad)
    rows.add('congratulations', {
      ...{ ...whose, unit: 'days', count: glad.days, made_by: coachOn(glad.ago).id },
      made_at: days.at(days.ago(glad.ago), EVENING).instant,
    });
}
