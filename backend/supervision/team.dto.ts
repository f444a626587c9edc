import { IsIn, IsOptional } from 'class-validator';
import { CoachLoad } from '../coaches/load.dto.js';
import { CoveredPerson } from '../cover/cover.dto.js';
import { StandingCounts } from '../engagement/caseload.dto.js';
import { IsDay } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';
import { type NamedPeriod, PERIODS } from './team-period.rules.js';

/** A named period, or a first and a last day. Left out, the last 30 days; standing is always today's. */
export class PeriodAsked {
  @IsOptional()
  @IsIn(PERIODS)
  days?: NamedPeriod;

  @IsOptional()
  @IsDay()
  from?: string;

  @IsOptional()
  @IsDay()
  to?: string;
}

/** Open risk notes, not people: somebody may have two. */
export class OpenNoteCounts {
  urgent!: number;
  concern!: number;
  watch!: number;
  /** Of all these: those that nobody has acknowledged yet. */
  unanswered!: number;
  /** When the one that waits longest was raised. */
  unansweredSince!: Date | null;
}

/** What adds up. Every number is the length of the list it opens. Records locked to supervisors are in none. */
export class TeamCounts {
  /** Participants now, by standing today. */
  standings!: StandingCounts;
  participantCount!: number;
  openRiskNotes!: OpenNoteCounts;
  /** Promises to the participants of the coach that are neither kept nor let go today, whoever made them. */
  openPromiseCount!: number;
  /** Of these: those whose day is before today. */
  overduePromiseCount!: number;
  /** Open goals of the participants, today without a movement for 30 days. */
  stillGoalCount!: number;
  /** Contacts in the period with a two-way exchange, by whoever had them. */
  reachedCount!: number;
  /** Contacts in the period without one. */
  attemptCount!: number;
  /** Promises kept in the period, by whoever kept them. */
  keptPromiseCount!: number;
  /** Check-ins in the period, of those who are participants of the coach today. */
  checkInCount!: number;
  /** Their goals that were made, changed, finished or spoken of in the period, or of which a step was done. */
  movingGoalCount!: number;
}

export class TeamRow extends TeamCounts {
  /** Null: the participants with no coach. */
  coach!: StaffName | null;
  /** Whose team the coach is of, while that supervisor is away and the reader covers; left out for one's own team. */
  coverFor?: CoveredPerson;
  /** The coach can no longer sign in or coaches no more, and something still stands by their name. */
  isGone!: boolean;
  /** What they carry today, second ones and colleagues included; null for those with no coach. */
  load!: CoachLoad | null;
}

/** Of all coaches of the team, in weight. */
export class WeightOfTeam {
  weight!: number;
  capacity!: number;
}

export class Team {
  today!: string;
  /** The first and the last day that events are counted of. */
  from!: string;
  to!: string;
  /** By the coach's name; those with no coach last. */
  rows!: TeamRow[];
  totals!: TeamCounts;
  load!: WeightOfTeam;
  /** Coaches of the organization who report to no supervisor that can act: nobody's overview counts their participants. */
  coachesWithoutSupervisor!: StaffName[];
}

export class TeamWeeksAsked {
  /** The last day of the latest week; left out, today. */
  @IsOptional()
  @IsDay()
  to?: string;
}

export class TeamWeek {
  from!: string;
  to!: string;
}

/** Null: the whole team. One number for each week, the earliest first. */
export class TeamWeeksRow {
  coachId!: string | null;
  reachedCounts!: number[];
  attemptCounts!: number[];
}

export class TeamWeeks {
  weeks!: TeamWeek[];
  /** The whole team, then each coach who has something to show. */
  rows!: TeamWeeksRow[];
}
