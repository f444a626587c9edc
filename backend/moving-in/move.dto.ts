import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { AreSeveral, IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';
import { type DayOrder, DAY_ORDERS } from './reading/day-typed.rules.js';
import { type Field, FIELDS, MOVE_KINDS, type MoveKind } from './reading/fields.js';
import { MOST_COLUMNS } from './reading/sheet.js';

export const MOVE_STATES = ['read', 'trying', 'tried', 'moving', 'moved', 'stopped'] as const;
export type MoveState = (typeof MOVE_STATES)[number];
const FIELD_KEYS = Object.keys(FIELDS) as Field[];

/** How a file comes in: what it holds and what it is called. */
export class MoveSent {
  @IsIn(MOVE_KINDS)
  kind!: MoveKind;
  @Words(300, 1)
  fileName!: string;
  /** Of a workbook: which sheet; else the first. */
  @IsOptional()
  @Words(200, 1)
  sheetName?: string;
}

export class ColumnMatched {
  @IsInt()
  @Min(0)
  @Max(MOST_COLUMNS - 1)
  index!: number;
  /** Null leaves the column out. */
  @IsIn([...FIELD_KEYS, null])
  field!: Field | null;
}

export class Matching {
  @AreSeveral(() => ColumnMatched, MOST_COLUMNS)
  columns!: ColumnMatched[];
  @IsIn(DAY_ORDERS)
  dayOrder!: DayOrder;
  /** Of rows that name none; people only. */
  @IsOptional()
  @IsReference()
  programId?: string | null;
  /** A person says that whoever looks like somebody else is somebody new all the same. */
  @IsOptional()
  @IsBoolean()
  areNewPeople?: boolean;
}

export class MoveGo {
  @IsBoolean()
  leaveOutRefused!: boolean;
}

export class RowsAsked {
  /** The last row already seen. */
  @IsOptional()
  @Words(10)
  after?: string;
  @IsIn(['refused', 'marked'])
  what!: 'refused' | 'marked';
}

export class MoveColumn {
  index!: number;
  letter!: string;
  name!: string;
  /** Up to three, the first that differ; none once the file was brought in. */
  @IsArray()
  @ArrayMaxSize(3)
  samples!: string[];
  @IsIn([...FIELD_KEYS, null])
  guess!: Field | null;
  /** The guess is what a person chose last time for this header. */
  isRemembered!: boolean;
  /** As matched by a person; null is left out, also before matching. */
  @IsIn([...FIELD_KEYS, null])
  field!: Field | null;
}

export class MoveField {
  @IsIn(FIELD_KEYS)
  field!: Field;
  label!: string;
  /** One of each group must be matched; null may be left out. */
  group!: number | null;
}

export class MoveDays {
  monthFirst!: number;
  dayFirst!: number;
  /** Days either way, and not the same one. */
  either!: number;
}

/** What the file turned out to be. */
export class MoveTold {
  @IsIn(['csv', 'xlsx'])
  kind!: 'csv' | 'xlsx';
  letters!: string | null;
  delimiter!: string | null;
  sheetName!: string | null;
  sheetNames!: string[];
}

export class MoveMakes {
  participants!: number;
  waysToReach!: number;
  enrollments!: number;
  assignments!: number;
  contacts!: number;
}

export class MoveReason {
  code!: string;
  words!: string;
  column!: string | null;
  count!: number;
}

export class MoveTried {
  ready!: number;
  refused!: number;
  marked!: number;
  /** The most frequent first, at most 20. */
  reasons!: MoveReason[];
  makes!: MoveMakes;
  /** Rows that are here already, as they are. */
  unchanged!: number;
  /** Rows of somebody here already that add something. */
  changes!: number;
}

export class MoveMoved {
  at!: Date;
  makes!: MoveMakes;
  unchanged!: number;
  leftOut!: number;
}

/** Nothing was brought in. */
export class MoveStopped {
  code!: string;
  words!: string;
}

export class MoveProgress {
  done!: number;
  of!: number;
}

/** One file on its way in. */
export class Move {
  moveId!: string;
  version!: number;
  @IsIn(MOVE_KINDS)
  kind!: MoveKind;
  fileName!: string;
  bytes!: number;
  sentAt!: Date;
  sentBy!: StaffName;
  told!: MoveTold;
  @IsIn(MOVE_STATES)
  state!: MoveState;
  /** Below the headers. */
  rowCount!: number;
  columns!: MoveColumn[];
  fields!: MoveField[];
  /** Over the columns guessed or matched as days. */
  days!: MoveDays;
  @IsIn(DAY_ORDERS)
  dayOrder!: DayOrder;
  programId!: string | null;
  areNewPeople!: boolean;
  /** While trying or moving. */
  progress!: MoveProgress | null;
  tried!: MoveTried | null;
  moved!: MoveMoved | null;
  stopped!: MoveStopped | null;
  /** From then on the file and its rows are gone, unless they were brought in before. */
  expiresAt!: Date;
}

export class MoveLine {
  moveId!: string;
  @IsIn(MOVE_KINDS)
  kind!: MoveKind;
  fileName!: string;
  sentAt!: Date;
  sentBy!: StaffName;
  @IsIn(MOVE_STATES)
  state!: MoveState;
  rowCount!: number;
  refused!: number | null;
}

export class Moves {
  /** The latest first, at most 50. */
  items!: MoveLine[];
}

/** What is said about a row; the column by its header, null for the row as a whole. */
export class SaidOfRow {
  column!: string | null;
  code!: string;
  words!: string;
}

export class MoveRow {
  /** As the spreadsheet program counts it. */
  row!: number;
  /** By column, as in the file. */
  cells!: string[];
  refusals!: SaidOfRow[];
  marks!: SaidOfRow[];
}

export class MoveRows {
  items!: MoveRow[];
  next!: string | null;
}
