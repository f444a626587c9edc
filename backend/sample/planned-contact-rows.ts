import type { Life } from './sample-making.js';

/** Plans the next contact where the story has one, after the plans that were kept before it. */
export function addPlannedContacts({ rows, days, chance, person, participantId, coachOn }: Life): void {
  const { plannedIn, reachedAgo, enrolledAgo } = person.story;
  if (!person.coach) return;
  const plan = (madeAgo: number, inDays: number, replacedAgo: number | null) => {
    const madeAt = days.at(days.ago(madeAgo), 17 * 60).instant;
    rows.add('planned_contacts', {
      id: chance.id(madeAt),
      participant_id: participantId,
      coach_id: coachOn(madeAgo).id,
      planned_on: days.ago(madeAgo - inDays),
      planned_time: chance.percent(70) ? `${chance.whole(9, 18)}:${chance.pick(['00', '30'])}` : null,
      way: chance.percent(85) ? chance.pick(['phone', 'in person', 'in person', 'video', 'text']) : null,
      made_at: madeAt,
      replaced_at: replacedAgo === null ? null : days.at(days.ago(replacedAgo), 17 * 60).instant,
      ended_as: replacedAgo === null ? null : 'reached',
      ended_by: replacedAgo === null ? null : coachOn(replacedAgo).id,
    });
  };
  const latestAgo = reachedAgo ?? enrolledAgo;
  for (const weeks of [3, 2, 1]) {
    const madeAgo = latestAgo + weeks * 7;
    if (madeAgo < enrolledAgo) plan(madeAgo, 7, madeAgo - 7);
  }
  if (plannedIn !== undefined) plan(latestAgo, latestAgo + plannedIn, null);
}
