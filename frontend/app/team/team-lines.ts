import type { TeamCounts, TeamPage } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { dayWords } from '../look/time-words';

/** A coach, those with no coach, or everybody, as a line of the page. */
export interface TeamLine {
  name: string;
  /** The coach's id, `none` for no coach, null for everyone. */
  coachId: string | null;
  counts: TeamCounts;
  load: { weight: number; capacity: number } | null;
  isGone: boolean;
  /** "Sam's team, covered through Wednesday"; empty for one's own. */
  coverWords: string;
}

export function linesOf(team: TeamPage): TeamLine[] {
  return team.rows.map((row) => ({
    name: row.coach?.name ?? $localize`No coach`,
    coachId: row.coach?.accountId ?? 'none',
    counts: row,
    load: row.load,
    isGone: row.isGone,
    coverWords: coverWords(row, team.today),
  }));
}

export function wholeTeam(team: TeamPage): TeamLine {
  return {
    ...{ name: $localize`Whole team`, coachId: null, counts: team.totals, load: team.load },
    ...{ isGone: false, coverWords: '' },
  };
}

function coverWords({ coverFor }: TeamPage['rows'][number], today: string): string {
  if (!coverFor) return '';
  const { name, throughOn } = coverFor;
  if (throughOn === today) return $localize`${name}:name:’s team, covered today`;
  return $localize`${name}:name:’s team, covered through ${dayWords(throughOn, today, pageLanguage())}:day:`;
}
