import { IsIn, IsOptional } from 'class-validator';
import { type Mood, MOODS } from '../check-ins/check-ins.rules.js';
import { LOAD_PARTS, type LoadPart } from '../coaches/load.rules.js';
import { OUTCOMES, type Outcome, WAYS, type Way } from '../contacts/contacts.rules.js';
import { CaseloadItem } from '../engagement/caseload.dto.js';
import { IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';
import { type Standing, STANDINGS } from '../standing/standing.rules.js';
import { PeriodAsked } from './team.dto.js';

/** Of whom, and from where on. */
export class OfTeamAsked extends PeriodAsked {
  /** A coach's account, or `none` for the participants with no coach; left out, the whole team. */
  @IsOptional()
  @IsReference()
  coachId?: string;

  @IsOptional()
  @Words(500)
  after?: string;
}

/** `drifting` is overdue and out of touch together. */
export const TEAM_STANDINGS = [...STANDINGS, 'drifting'] as const;
export type TeamStanding = Standing | 'drifting';

export class TeamParticipantsAsked extends OfTeamAsked {
  @IsOptional()
  @IsIn(TEAM_STANDINGS)
  standing?: TeamStanding;
}

export class TeamParticipant extends CaseloadItem {
  coachName!: string | null;
}

export class TeamParticipants {
  /** Most in need first. */
  items!: TeamParticipant[];
  next!: string | null;
}

export const COUNTED_AS = ['reached', 'attempt'] as const;
export type CountedAs = (typeof COUNTED_AS)[number];

export class TeamContactsAsked extends OfTeamAsked {
  @IsOptional()
  @IsIn(COUNTED_AS)
  outcome?: CountedAs;
}

/** A contact as a line of a list. */
export class TeamContact {
  contactId!: string;
  /** Null when they have moved out of the supervisor's reach since. */
  participantId!: string | null;
  participantName!: string | null;
  coach!: StaffName;
  occurredOn!: string;
  occurredTime!: string | null;
  @IsIn(OUTCOMES)
  outcome!: Outcome;
  @IsIn([...WAYS, null])
  way!: Way | null;
  minutes!: number | null;
}

/** Lines of a period. */
class OfPeriod {
  /** The first and the last day that counts. */
  from!: string;
  to!: string;
  next!: string | null;
}

export class TeamContacts extends OfPeriod {
  /** Newest first. */
  items!: TeamContact[];
}

/** `kept` is of the period; `open` and `overdue` are today's. */
export const PROMISES_ASKED = ['kept', 'open', 'overdue'] as const;
export type PromisesAsked = (typeof PROMISES_ASKED)[number];

export class TeamPromisesAsked extends OfTeamAsked {
  @IsOptional()
  @IsIn(PROMISES_ASKED)
  state?: PromisesAsked;
}

/** A promise as a line of a list. */
export class TeamPromise {
  promiseId!: string;
  /** Null when they have moved out of the supervisor's reach since. */
  participantId!: string | null;
  participantName!: string | null;
  /** Who kept it; of an open one, who made it. */
  coach!: StaffName;
  words!: string;
  dueOn!: string;
  /** Null while it is open. */
  keptOn!: string | null;
}

export class TeamPromises extends OfPeriod {
  /** Kept ones kept last first, open ones due first first. */
  items!: TeamPromise[];
}

/** A check-in as a line of a list. */
export class TeamCheckIn {
  checkInId!: string;
  participantId!: string;
  participantName!: string;
  /** Null: they have no coach. */
  coach!: StaffName | null;
  checkedInOn!: string;
  @IsIn(MOODS)
  mood!: Mood;
  /** Said to staff, who entered it. */
  isWithStaff!: boolean;
}

export class TeamCheckIns extends OfPeriod {
  /** Newest first. */
  items!: TeamCheckIn[];
}

/** `moving` is of the period, `still` is today's. */
export const GOALS_ASKED = ['moving', 'still'] as const;
export type GoalsAsked = (typeof GOALS_ASKED)[number];

export class TeamGoalsAsked extends OfTeamAsked {
  @IsOptional()
  @IsIn(GOALS_ASKED)
  movement?: GoalsAsked;
}

/** A goal as a line of a list. */
export class TeamGoal {
  goalId!: string;
  participantId!: string;
  participantName!: string;
  /** Null: they have no coach. */
  coach!: StaffName | null;
  sentence!: string;
  /** The last day on which it moved, within the period for those that are moving. */
  movedOn!: string;
}

export class TeamGoals extends OfPeriod {
  /** What moves, latest first; what is still, longest first. */
  items!: TeamGoal[];
}

/** Somebody whom a coach carries, as a line of a load. */
export class TeamLoadLine {
  lineId!: string;
  /** Null for whoever is out of the supervisor's reach: a colleague, or somebody whose coach is of another team. */
  participantId!: string | null;
  participantName!: string | null;
  coach!: StaffName;
  /** What they weigh on this coach. */
  weight!: number;
  /** Why it is more or less than one; not said of whoever is out of reach. */
  @IsIn(LOAD_PARTS, { each: true })
  parts!: LoadPart[];
}

export class TeamLoadList {
  /** Who weighs most first; as many as the head count, and their weights are the load. */
  items!: TeamLoadLine[];
  next!: string | null;
}
