import type { TeamCounts, TeamPage } from '../../api/contract';

/** A coach, those with no coach, or everybody, as a line of the page. */
export interface TeamLine {
  name: string;
  /** The coach's id, `none` for no coach, null for everyone. */
  coachId: string | null;
  counts: TeamCounts;
  load: { weight: number; capacity: number } | null;
  isGone: boolean;
}

export function linesOf(team: TeamPage): TeamLine[] {
  return team.rows.map((row) => ({
    name: row.coach?.name ?? $localize`No coach`,
    coachId: row.coach?.accountId ?? 'none',
    counts: row,
    load: row.load,
    isGone: row.isGone,
  }));
}

export function wholeTeam(team: TeamPage): TeamLine {
  return { name: $localize`Whole team`, coachId: null, counts: team.totals, load: team.load, isGone: false };
}
