import { IsIn, IsOptional } from 'class-validator';
import { IsDay, IsReference } from '../http/fields.js';
import { ProgramView } from '../organization/program.dto.js';
import { COLUMN_KINDS, type ColumnKind, ROWS_OF, type RowOf } from './report-table.rules.js';

/** Both days or neither: left out, this month through today. */
export class ReportAsked {
  @IsOptional()
  @IsDay()
  from?: string;

  @IsOptional()
  @IsDay()
  through?: string;

  /** One program; left out, all of them together. */
  @IsOptional()
  @IsReference()
  programId?: string;

  /** To be given to somebody outside: small counts are hidden, and what would tell them. */
  @IsOptional()
  @IsIn(['true', 'false'])
  isForOutside?: 'true' | 'false';
}

export class ReportColumn {
  key!: string;
  name!: string;
  /** A share is in percent, a score or change in points, minutes are whole ones. */
  @IsIn(COLUMN_KINDS)
  kind!: ColumnKind;
  /** What it counts, in a sentence. */
  says!: string;
}

/** Hidden for outside; or a number; or null, where there is nothing to say. */
export class ReportCell {
  value!: number | null;
  isHidden!: boolean;
}

export class ReportRow {
  @IsIn(ROWS_OF)
  of!: RowOf;
  /** Of the program or coach, or the kind itself; null for the whole, for those with no coach, and a way not said. */
  id!: string | null;
  name!: string;
  /** One for each column. */
  cells!: ReportCell[];
}

export class ReportTable {
  key!: string;
  name!: string;
  /** What it counts. */
  says!: string;
  columns!: ReportColumn[];
  /** The whole first; the rows of each section add up to it. */
  rows!: ReportRow[];
  /** Counts hidden for outside. */
  hiddenCount!: number;
}

/** From these days on, so much of all stays is still there. For outside without the interval and who was at risk. */
export class RetentionStep {
  days!: number;
  /** 0 to 1. */
  share!: number;
  low!: number | null;
  high!: number | null;
  atRisk!: number | null;
}

/** Kaplan and Meier's curve of the stays begun in the period. */
export class RetentionCurve {
  steps!: RetentionStep[];
  /** Where the curve ends; for outside where fewer than 11 are at risk. Below 0 there is none. */
  followedDays!: number;
}

/** The curve of one program, or of the stays of one coach. */
export class RetentionOfRow extends RetentionCurve {
  @IsIn(['program', 'coach'])
  of!: 'program' | 'coach';
  /** Null for those with no coach. */
  id!: string | null;
  name!: string;
}

/** A report for outside that was saved or printed before. */
export class ReportGivenOut {
  from!: string;
  through!: string;
  /** Null: all programs. */
  programName!: string | null;
  /** Whose team it counts; null: the whole organization. */
  teamOf!: string | null;
  givenOn!: string;
  givenBy!: string;
}

/** The report for outside that is being printed. */
export class GivingOut {
  @IsDay()
  from!: string;

  @IsDay()
  through!: string;

  @IsOptional()
  @IsReference()
  programId?: string;
}

export class Report {
  today!: string;
  /** In which its days begin and end. */
  timeZone!: string;
  from!: string;
  through!: string;
  /** The one asked for, or null: all. */
  program!: ProgramView | null;
  /** Whom it counts. */
  @IsIn(['organization', 'team'])
  scope!: 'organization' | 'team';
  isForOutside!: boolean;
  tables!: ReportTable[];
  retention!: RetentionCurve;
  /** By program and coach; for outside none, as curves beside one another tell of a few. */
  retentionBy!: RetentionOfRow[];
  /** Contacts held for a certification, and so in no number here; null for outside. */
  heldCount!: number | null;
  /** For outside: others given out, whose days overlap with these or touch them, the latest first. */
  givenOut!: ReportGivenOut[];
}
