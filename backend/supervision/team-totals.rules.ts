import type { TeamCounts } from './team.dto.js';

/** The sum of the rows, field by field: totals are never counted a second way. */
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
    reachedCount: sum((row) => row.reachedCount),
    attemptCount: sum((row) => row.attemptCount),
    keptPromiseCount: sum((row) => row.keptPromiseCount),
    openRiskNotes: {
      urgent: sum((row) => row.openRiskNotes.urgent),
      concern: sum((row) => row.openRiskNotes.concern),
      watch: sum((row) => row.openRiskNotes.watch),
    },
  };
}
