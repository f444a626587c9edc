import type { TeamCounts } from './team.dto.js';

/** The sum of the rows, field by field: totals are never counted a second way. Of the notes that wait, the longest. */
export function totalsOf(rows: TeamCounts[]): TeamCounts {
  const sum = (count: (row: TeamCounts) => number): number =>
    rows.reduce((total, row) => total + count(row), 0);
  return {
    standings: {
      new: sum((row) => row.standings.new),
      'on track': sum((row) => row.standings['on track']),
      due: sum((row) => row.standings.due),
      overdue: sum((row) => row.standings.overdue),
      'out of touch': sum((row) => row.standings['out of touch']),
      paused: sum((row) => row.standings.paused),
    },
    participantCount: sum((row) => row.participantCount),
    openRiskNotes: {
      urgent: sum((row) => row.openRiskNotes.urgent),
      concern: sum((row) => row.openRiskNotes.concern),
      watch: sum((row) => row.openRiskNotes.watch),
      unanswered: sum((row) => row.openRiskNotes.unanswered),
      unansweredSince: rows.reduce<Date | null>(
        (longest, { openRiskNotes: { unansweredSince: since } }) =>
          since && (!longest || since < longest) ? since : longest,
        null,
      ),
    },
    openPromiseCount: sum((row) => row.openPromiseCount),
    overduePromiseCount: sum((row) => row.overduePromiseCount),
    stillGoalCount: sum((row) => row.stillGoalCount),
    reachedCount: sum((row) => row.reachedCount),
    attemptCount: sum((row) => row.attemptCount),
    keptPromiseCount: sum((row) => row.keptPromiseCount),
    checkInCount: sum((row) => row.checkInCount),
    movingGoalCount: sum((row) => row.movingGoalCount),
  };
}

/** Weights of a few hundredths add up without the dust of binary fractions. */
export function sumOfWeights(weights: number[]): number {
  return Math.round(weights.reduce((sum, weight) => sum + weight, 0) * 100) / 100;
}
