import { Chance } from './chance.js';
import type { Life } from './sample-making.js';

const MOVED_BECAUSE = [
  'They asked for a later day',
  'The bus did not run',
  'A shift was changed',
  '',
] as const;
const HAPPENS_AT = 17 * 60;

/** Plans the next contact where the story has one, after the plans that were kept before it. */
export function addPlannedContacts(life: Life): void {
  const { rows, days, chance, person, participantId, coachOn } = life;
  const { plannedIn, reachedAgo, enrolledAgo, closed, pauses } = person.story;
  if (!person.coach) return;
  const ended = { replaced_at: null, ended_as: null, ended_by: null, end_reason: '', replaced_by: null };
  const add = (id: string, madeAgo: number, inDays: number, more: object): void =>
    rows.add('planned_contacts', {
      id,
      participant_id: participantId,
      coach_id: coachOn(madeAgo).id,
      planned_on: days.ago(madeAgo - inDays),
      planned_time: chance.percent(70) ? `${chance.whole(9, 18)}:${chance.pick(['00', '30'])}` : null,
      way: chance.percent(85) ? chance.pick(['phone', 'in person', 'in person', 'video', 'text']) : null,
      made_at: days.at(days.ago(madeAgo), HAPPENS_AT).instant,
      ...ended,
      ...more,
    });
  const idOf = (madeAgo: number): string => chance.id(days.at(days.ago(madeAgo), HAPPENS_AT).instant);
  const latestAgo = reachedAgo ?? enrolledAgo;
  for (const weeks of [3, 2, 1]) {
    const madeAgo = latestAgo + weeks * 7;
    if (madeAgo < enrolledAgo)
      add(idOf(madeAgo), madeAgo, 7, {
        replaced_at: days.at(days.ago(madeAgo - 7), HAPPENS_AT).instant,
        ended_as: 'reached',
        ended_by: coachOn(madeAgo - 7).id,
      });
  }
  // a stream of its own, so that what else there is stays as it was
  const moves = new Chance(`moves of ${participantId}`);
  if (plannedIn !== undefined) {
    const next = idOf(latestAgo);
    add(next, latestAgo, latestAgo + plannedIn, {});
    if (latestAgo > 1 && moves.percent(25)) {
      const at = days.at(days.ago(latestAgo), HAPPENS_AT).instant;
      rows.add('planned_contacts', {
        id: moves.id(days.at(days.ago(latestAgo + 1), HAPPENS_AT).instant),
        participant_id: participantId,
        coach_id: coachOn(latestAgo + 1).id,
        planned_on: days.ago(-plannedIn + 1),
        planned_time: '10:00',
        way: 'in person',
        made_at: days.at(days.ago(latestAgo + 1), HAPPENS_AT).instant,
        ...ended,
        replaced_at: at,
        ended_as: 'rescheduled',
        ended_by: coachOn(latestAgo).id,
        end_reason: moves.pick(MOVED_BECAUSE),
        replaced_by: next,
      });
    }
  } else if (!closed && !pauses && reachedAgo !== null && reachedAgo > 3 && moves.percent(45)) {
    // agreed on when they last spoke, and its day went by
    rows.add('planned_contacts', {
      id: moves.id(days.at(days.ago(reachedAgo), HAPPENS_AT).instant),
      participant_id: participantId,
      coach_id: coachOn(reachedAgo).id,
      planned_on: days.ago(moves.whole(1, 2)),
      planned_time: moves.pick(['10:30', '14:00', null]),
      way: moves.pick(['phone', 'in person']),
      made_at: days.at(days.ago(reachedAgo), HAPPENS_AT).instant,
      ...ended,
    });
  }
}
