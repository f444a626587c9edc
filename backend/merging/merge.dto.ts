import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { LANGUAGES, type Language } from '../access/roles.js';
import { IsNewId, IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';
import { KnownRecord } from './duplicate.dto.js';

/** How much a record holds; nothing of what it says. */
export class RecordSize {
  ways!: number;
  contacts!: number;
  goals!: number;
  planVersions!: number;
  checkIns!: number;
  riskNotes!: number;
  openRiskNotes!: number;
  assessments!: number;
  promises!: number;
}

export class RecordAccount {
  accountId!: string;
  signInName!: string;
  /** They work here too: then this is the account that stays. */
  worksHere!: boolean;
}

/** One of two records, as it is shown beside the other. */
export class MergeSide extends KnownRecord {
  @IsIn(LANGUAGES)
  language!: Language;
  secondCoach!: StaffName | null;
  account!: RecordAccount | null;
  size!: RecordSize;
  /** Numbers and addresses, for who may read them: null for an administrator. */
  ways!: string[] | null;
}

export class MergeSides {
  first!: MergeSide;
  second!: MergeSide;
  /** Why they can't be merged, in words; null where they can. */
  cannot!: string | null;
}

export class MergeRecords {
  /** Made by the client, so that a merge sent twice is one merge. */
  @IsNewId()
  mergeId!: string;

  /** The record that stays. */
  @IsReference()
  intoId!: string;

  /** The record that becomes a part of it. */
  @IsReference()
  fromId!: string;

  @Words(200, 1)
  preferredName!: string;

  @Words(200)
  legalName!: string;

  @Words(50)
  pronouns!: string;

  @IsIn(LANGUAGES)
  language!: Language;

  /** Whose sign-in stays, where both records have one; the other is disabled. */
  @IsOptional()
  @IsReference()
  accountId?: string;

  /** They said themself that both sign-ins are theirs. Needed where both records have one. */
  @IsOptional()
  @IsBoolean()
  areBothTheirs?: boolean;

  /** Which of the two primary coaches stays the primary one; left out, the one of the record that stays. */
  @IsOptional()
  @IsReference()
  coachId?: string;

  /** How one knows that it is one person: it stands in their history. */
  @Words(500, 1)
  why!: string;
}

/** That two records became one, and whether it still can be taken back. */
export class MergeKnown {
  mergeId!: string;
  /** The record that stayed, and the one that became a part of it, as they were called then. */
  intoId!: string;
  intoName!: string;
  fromId!: string;
  fromName!: string;
  byName!: string;
  at!: Date;
  /** How they knew. */
  why!: string;
  undoneByName!: string | null;
  undoneAt!: Date | null;
  mayUndo!: boolean;
}

export class MergesKnown {
  /** The latest first, at most 50. */
  items!: MergeKnown[];
}

/** Two records again. */
export class MergeUndone {
  /** The one that had stayed. */
  intoId!: string;
  /** The one that is back. */
  fromId!: string;
}

export class Merged {
  /** The record that stayed. */
  participantId!: string;
}
