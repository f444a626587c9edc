import { Chance } from './chance.js';
import type { Life, StaffMember } from './sample-making.js';

/** How far back the trail of the sample goes: nobody scrolls farther in a look around. */
const DAYS = 40;

interface Line {
  at: Date;
  by: StaffMember;
  action: string;
  isList?: boolean;
}

/**
 * Who looked at the people who can look themselves: the coach's mornings, the record when they talked, the supervisor
 * now and then. As lines of the trail, which tells the rest by itself.
 */
export function addLooks(lives: readonly Life[]): void {
  for (const life of lives) if (life.accountId) addTrailOf(life);
}

function addTrailOf(life: Life): void {
  const { rows, participantId, person } = life;
  if (!person.coach) return;
  const chance = new Chance(`looks ${participantId}`);
  for (let ago = Math.min(DAYS, life.stays.at(-1)!.fromAgo); ago >= 0; ago -= 1)
    for (const { at, by, action, isList } of linesOf(life, ago, chance))
      rows.add('trail', {
        at,
        account_id: by.id,
        role: by.role,
        action,
        participant_id: isList ? null : participantId,
        participant_ids: isList ? [participantId] : null,
        outcome: 'done',
        request_id: chance.id(at),
      });
}

function* linesOf(life: Life, ago: number, chance: Chance): Generator<Line> {
  const { days, participantId, staff } = life;
  const day = days.ago(ago);
  const coach = life.coachOn(ago);
  const isWeekend = [6, 7].includes(Temporal.PlainDate.from(day).dayOfWeek);
  const at = (from: number, to: number): Date => days.at(day, chance.whole(from, to)).instant;
  if (!isWeekend) yield { at: at(8 * 60, 9 * 60), by: coach, action: 'today.opened', isList: true };
  const isTalked = life.rows
    .of('contacts')
    .some((row) => row['participant_id'] === participantId && row['occurred_on'] === day);
  if (isTalked || (!isWeekend && chance.percent(20)))
    yield { at: at(9 * 60, 17 * 60), by: coach, action: 'participant.opened' };
  const supervisor = [...staff.values()].find(({ signInName }) => signInName === coach.supervisor);
  if (supervisor && Temporal.PlainDate.from(day).dayOfWeek === 2)
    yield { at: at(13 * 60, 16 * 60), by: supervisor, action: 'team.listed', isList: true };
  if (supervisor && ago % 17 === 5)
    yield { at: at(13 * 60, 16 * 60), by: supervisor, action: 'participant.opened' };
}
