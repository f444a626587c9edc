import { IsIn, IsOptional } from 'class-validator';
import { PlannedContactView } from '../contacts/planned-contact.view.js';
import { CoveredPerson } from '../cover/cover.dto.js';
import { Words } from '../http/fields.js';
import { WayToReach } from '../participants/way-to-reach.dto.js';
import { LEVELS, type Level } from '../risk/risk.rules.js';
import { STANDINGS, type Standing } from '../standing/standing.rules.js';
import { StandingView } from '../standing/standing.view.js';

export class CaseloadAsked {
  @IsOptional()
  @IsIn(STANDINGS)
  standing?: Standing;

  /** Any part of the preferred or the legal name; case and accents do not matter. */
  @IsOptional()
  @Words(200)
  find?: string;
}

export class OpenRisk {
  riskNoteId!: string;
  @IsIn(LEVELS)
  level!: Level;
  raisedAt!: Date;
  isAcknowledged!: boolean;
}

export class CaseloadItem {
  participantId!: string;
  preferredName!: string;
  legalName!: string;
  pronouns!: string;
  programName!: string;
  isPrimary!: boolean;
  standing!: StandingView;
  /** The most pressing open risk note. */
  openRiskNote!: OpenRisk | null;
  nextContact!: PlannedContactView | null;
  /** The numbers, on a coach's own caseload, with what is safe today. */
  waysToReach?: WayToReach[];
  /** Of somebody who is away; left out where they are the coach's own. */
  coverFor?: CoveredPerson;
}

export class StandingCounts {
  new!: number;
  'on track'!: number;
  due!: number;
  overdue!: number;
  'out of touch'!: number;
  paused!: number;
}

export class Caseload {
  today!: string;
  /** Of the whole caseload, and of whom the coach covers, whatever was asked for. */
  counts!: StandingCounts;
  /** Most in need first; after the coach's own those of whoever is away. */
  items!: CaseloadItem[];
}
