import type { DueDay } from './cadences.rules.js';
import type { Pauses } from './pauses.rules.js';

/** A run of days, all paused or all not, and the day (as a number) due in it or, failing that, after it. */
export interface DueRun {
  from: number;
  dueOn: number;
}

/**
 * The due day of every run of days from `since` on.
 *
 * It is the earliest due day there is, moved out of pauses: a due day that falls into a pause, or was missed before
 * it, is the first day after it. Once due, it stays due until reached.
 */
export function dueRuns(since: number, pauses: Pauses, due: DueDay[]): DueRun[] {
  const earliest = Math.min(...due.map(({ dueOn }) => dueOn));
  const runs = pausedAndNot(since, pauses).map((run) => ({ ...run, dueOn: Math.max(run.from, earliest) }));
  // Backwards, for a run without a due day of its own takes the one of the next. The last run is open and has one.
  for (let index = runs.length - 2; index >= 0; index -= 1) {
    const run = runs[index]!;
    const next = runs[index + 1]!;
    if (run.isPaused || run.dueOn >= next.from) run.dueOn = next.dueOn;
  }
  return runs;
}

function pausedAndNot(since: number, pauses: Pauses): { from: number; isPaused: boolean }[] {
  const runs: { from: number; isPaused: boolean }[] = [];
  for (const from of daysInOrder([since, ...pauses.turningDays], since)) {
    const isPaused = pauses.on(from) !== null;
    if (runs.at(-1)?.isPaused !== isPaused) runs.push({ from, isPaused });
  }
  return runs;
}

/** The days from `first` on, each once, in order. */
export function daysInOrder(days: number[], first: number): number[] {
  return [...new Set(days)]
    .filter((day) => day >= first && Number.isFinite(day))
    .sort((one, other) => one - other);
}

/**
 * What asks for contact on a due day: of all that ask by then and still do, the most frequent, for where several
 * windows or notes are open the strongest counts, once. The end of a pause comes before them.
 */
export function strongestOn(dueOn: number, due: DueDay[]): DueDay {
  const asking = due.filter((each) => each.dueOn <= dueOn && dueOn <= each.throughOn);
  return asking.reduce((strongest, each) => (each.days < strongest.days ? each : strongest));
}
