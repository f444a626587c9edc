import { dayIn } from '../clock/clock.js';
import type { Step } from '../goals/goal.dto.js';
import type { GoalWithSteps } from '../goals/goals.queries.js';
import { dayNumber } from '../standing/day-number.js';

export const CELEBRATED = ['recovery days', 'birthday', 'goal reached', 'steps done'] as const;

/** So many days a reached goal is celebrated on Home, as on the coach's Today; ours. */
const GOAL_DAYS = 14;
/** Today and the six days before; ours. */
const STEP_DAYS = 7;

/** A step with the goal it leads to. */
export interface StepOfGoal extends Step {
  goalId: string;
  sentence: string;
}

/** Which civil day it is, and where. */
interface OnDay {
  today: string;
  timeZone: string;
}

/** A step in the words of its goal. */
const ofGoal = (goal: GoalWithSteps, step: Step): StepOfGoal => ({
  ...step,
  goalId: goal.goalId,
  sentence: goal.sentence,
});

/**
 * The one step for today: of all open ones that with the earliest day; where none has a day, the first of the newest
 * goal that has one left.
 *
 * @param goals the newest first, their steps in order
 */
function stepForToday(goals: readonly GoalWithSteps[]): StepOfGoal | null {
  const open = openGoals(goals).flatMap((goal) =>
    goal.steps.filter(({ doneAt }) => doneAt === null).map((step) => ofGoal(goal, step)),
  );
  const [soonest] = open
    .filter(({ byOn }) => byOn !== null)
    .sort((one, other) => (one.byOn! < other.byOn! ? -1 : one.byOn! > other.byOn! ? 1 : 0));
  return soonest ?? open[0] ?? null;
}

/** Those of all goals that were done today, the first one first, then the one for today. */
export function stepsOfToday(goals: readonly GoalWithSteps[], { today, timeZone }: OnDay): StepOfGoal[] {
  const done = goals
    .flatMap((goal) => goal.steps.map((step) => ofGoal(goal, step)))
    .filter(({ doneAt }) => doneAt !== null && dayIn(timeZone, doneAt) === today)
    .sort((one, other) => one.doneAt!.getTime() - other.doneAt!.getTime());
  const next = stepForToday(goals);
  return next ? [...done, next] : done;
}

/** Goals that are neither reached nor let go. */
function openGoals(goals: readonly GoalWithSteps[]): GoalWithSteps[] {
  return goals.filter(({ finishedOn, letGoOn }) => finishedOn === null && letGoOn === null);
}

/** What to be glad of: the goal reached last, and steps done this week. Nothing is said of what was not done. */
export function celebrationsAt(
  goals: readonly GoalWithSteps[],
  { today, timeZone }: OnDay,
): { what: (typeof CELEBRATED)[number]; words: string; count: number }[] {
  const since = (day: string, days: number): boolean => dayNumber(today) - dayNumber(day) < days;
  const [reached] = goals
    .filter(
      ({ finishedOn, letGoOn }) => finishedOn !== null && letGoOn === null && since(finishedOn, GOAL_DAYS),
    )
    .sort((one, other) => (one.finishedOn! > other.finishedOn! ? -1 : 1));
  const steps = goals
    .flatMap((goal) => goal.steps)
    .filter(({ doneAt }) => doneAt !== null && since(dayIn(timeZone, doneAt), STEP_DAYS))
    .sort((one, other) => other.doneAt!.getTime() - one.doneAt!.getTime());
  return [
    ...(reached ? [{ what: 'goal reached' as const, words: reached.sentence, count: 1 }] : []),
    ...(steps[0] ? [{ what: 'steps done' as const, words: steps[0].words, count: steps.length }] : []),
  ];
}
