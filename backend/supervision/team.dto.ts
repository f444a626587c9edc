import { IsIn, IsOptional } from 'class-validator';
import { OUTCOMES, type Outcome, WAYS, type Way } from '../contacts/contacts.rules.js';
import { CaseloadItem, StandingCounts } from '../engagement/caseload.dto.js';
import { IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';
import { STANDINGS, type Standing } from '../standing/standing.rules.js';

/** Open risk notes, not people: somebody may have two. */
export class OpenNoteCounts {
  urgent!: number;
  concern!: number;
  watch!: number;
}

/** What adds up. Every number is the length of the list it opens. */
export class TeamCounts {
  /** Participants now, by standing today. */
  standings!: StandingCounts;
  participantCount!: number;
  /** Contacts in the last 30 days with a two-way exchange. */
  reachedCount!: number;
  /** Contacts in the last 30 days without one. */
  attemptCount!: number;
  /** Promises kept in the last 30 days, by whoever kept them. */
  keptPromiseCount!: number;
  openRiskNotes!: OpenNoteCounts;
}

export class TeamRow extends TeamCounts {
  /** Null: the participants with no coach. */
  coach!: StaffName | null;
}

export class Team {
  today!: string;
  /** By the coach's name; those with no coach last. */
  rows!: TeamRow[];
  totals!: TeamCounts;
}

class OfTeamAsked {
  /** A coach's account, or `none` for the participants with no coach; left out, the whole team. */
  @IsOptional()
  @IsReference()
  coachId?: string;

  @IsOptional()
  @Words(500)
  after?: string;
}

export class TeamParticipantsAsked extends OfTeamAsked {
  @IsOptional()
  @IsIn(STANDINGS)
  standing?: Standing;
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

export class TeamPromisesAsked extends OfTeamAsked {}

/** A promise that was kept, as a line of a list. */
export class TeamPromise {
  promiseId!: string;
  /** Null when they have moved out of the supervisor's reach since. */
  participantId!: string | null;
  participantName!: string | null;
  /** Who kept it. */
  coach!: StaffName;
  words!: string;
  dueOn!: string;
  keptOn!: string;
}

export class TeamPromises {
  /** The first and the last day that counts. */
  from!: string;
  to!: string;
  /** Kept last first. */
  items!: TeamPromise[];
  next!: string | null;
}

export class TeamContacts {
  /** The first and the last day that counts. */
  from!: string;
  to!: string;
  /** Newest first. */
  items!: TeamContact[];
  next!: string | null;
}
