import { isStill } from '../goals/goal.rules.js';
import { celebrationsBetween, DAYS_AHEAD } from '../recovery-days/celebrations.rules.js';
import { dayNumber, dayOf } from '../standing/day-number.js';
import type { CelebrationFact, GoalFact } from './reasons.js';
import type { GoalOnTheWay, TodayFacts } from './today-facts.js';

/** What was reached is still worth a word for so many days; ours. */
export const FRESH_DAYS = 14;

const isOpen = (goal: GoalOnTheWay): boolean => goal.finishedOn === null;

/**
 * The one goal a card shows: the one with the step that is meant for the earliest day, else with the earliest day of
 * its own, else the newest.
 */
export function goalInFocus(goals: GoalOnTheWay[]): GoalOnTheWay | null {
  const day = ({ nextStep, byOn }: GoalOnTheWay) => nextStep?.byOn ?? byOn ?? '9999';
  return (
    goals
      .filter(isOpen)
      .sort((one, other) => compare(day(one), day(other)) || compare(other.madeOn, one.madeOn))[0] ?? null
  );
}

/** A step that is due, or the goal in focus without a step done, a change or a word about it for a month. */
export function goalCall(goals: GoalOnTheWay[], today: string): GoalFact | null {
  const due = goals
    .filter((goal) => isOpen(goal) && goal.nextStep?.byOn && goal.nextStep.byOn <= today)
    .sort((one, other) => compare(one.nextStep!.byOn!, other.nextStep!.byOn!))[0];
  if (due)
    return { what: 'step due', goalId: due.goalId, words: due.nextStep!.words, on: due.nextStep!.byOn! };
  const focus = goalInFocus(goals);
  if (!focus) return null;
  const { madeOn, changedOn, doneStep, spokenOfOn, finishProposed } = focus;
  // who says that it is reached waits for an answer, not for a push
  if (finishProposed) return null;
  const movedOn = [madeOn, changedOn, doneStep?.doneOn ?? '', spokenOfOn ?? ''].sort().at(-1)!;
  return isStill(movedOn, today)
    ? { what: 'no movement', goalId: focus.goalId, words: focus.sentence, on: movedOn }
    : null;
}

/**
 * Something good that nobody has had the chance to say a word about: a goal finished or a step the participant ticked
 * themself since last reached; a milestone of recovery days, a birthday or whole years with us, today or in two days. And
 * a goal that they say they reached, until somebody confirms it. A milestone and a birthday ask for a word on their own
 * day, also after one ahead of it.
 */
export function celebrations(
  { goals, standing, lastReachedAt, shares }: TodayFacts,
  today: string,
): CelebrationFact[] {
  const freshSince = dayOf(dayNumber(today) - FRESH_DAYS);
  const reachedOn = standing.lastReachedOn ?? '';
  const found: CelebrationFact[] = [];
  for (const { sentence, finishedOn, finishProposed, doneStep } of goals) {
    if (!finishedOn && finishProposed?.isByParticipant)
      found.push({ what: 'goal reached, they say', words: sentence, on: finishProposed.on, count: 0 });
    else if (finishedOn && finishedOn > freshSince && finishedOn > reachedOn)
      found.push({ what: 'goal finished', words: sentence, on: finishedOn, count: 0 });
    else if (
      doneStep?.isByParticipant &&
      doneStep.doneOn > freshSince &&
      (lastReachedAt === null || doneStep.doneAt > lastReachedAt)
    )
      found.push({ what: 'step done', words: doneStep.words, on: doneStep.doneOn, count: 0 });
  }
  const through = dayOf(dayNumber(today) + DAYS_AHEAD);
  for (const { what, on, count, unit } of celebrationsBetween(shares, today, through))
    if (on === today || reachedOn < dayOf(dayNumber(on) - DAYS_AHEAD))
      found.push({ what, words: '', on, count, ...(unit && { unit }) });
  const years = anniversary(standing.enrolledOn, today);
  if (years && reachedOn < dayOf(dayNumber(years.on) - DAYS_AHEAD)) found.push(years);
  return found.sort((one, other) => order.indexOf(one.what) - order.indexOf(other.what));
}

const order: readonly CelebrationFact['what'][] = [
  'recovery days',
  'goal reached, they say',
  'birthday',
  'goal finished',
  'years enrolled',
  'step done',
];

/** Whole years since the enrollment, today or in the next two days; 29 February falls on the 28th. */
function anniversary(enrolledOn: string, today: string): CelebrationFact | null {
  const [year = '', ...monthAndDay] = enrolledOn.split('-');
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const on = dayOf(dayNumber(today) + ahead);
    const count = Number(on.slice(0, 4)) - Number(year);
    const isLeap =
      monthAndDay.join('-') === '02-29' && dayOf(dayNumber(`${on.slice(0, 4)}-03-01`) - 1).endsWith('28');
    const falls = isLeap ? '02-28' : monthAndDay.join('-');
    if (count > 0 && on.slice(5) === falls) return { what: 'years enrolled', words: '', on, count };
  }
  return null;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
