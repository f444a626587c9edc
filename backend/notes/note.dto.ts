import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { WAYS, type Way } from '../contacts/contacts.rules.js';
import { Words } from '../http/fields.js';

/** Ours: about two pages, more than anyone types on a phone. The table holds the same. */
export const MOST_OWN_WORDS = 5_000;

export class NotesAsked {
  @IsOptional()
  @Words(200)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  limit?: number;
}

export class WriteOwnWords {
  @Words(MOST_OWN_WORDS, 1)
  words!: string;
}

export class EarlierWords {
  words!: string;
  writtenAt!: Date;
}

/** What the participant says of a contact. They alone write it. */
export class OwnWords {
  /** Empty since they took them back. */
  words!: string;
  writtenAt!: Date;
  version!: number;
  /** What they said before, the latest first. */
  earlier!: EarlierWords[];
}

/** What was added to the shared note later. */
export class NoteAddendum {
  addendumId!: string;
  name!: string;
  words!: string;
  addedOn!: string;
}

/** What the shared note said before it was changed. */
export class EarlierNote {
  words!: string;
  replacedOn!: string;
}

export class NoteGoal {
  goalId!: string;
  sentence!: string;
}

/** The part of a contact that both read. Nothing that staff keep to themselves has a place here. */
export class Note {
  contactId!: string;
  /** The local day it happened on. */
  occurredOn!: string;
  /** `HH:MM`, where known. */
  occurredTime!: string | null;
  /** Who was there for them; '' when the contact was taken back and their own words stay. */
  name!: string;
  /** Whether they talked; otherwise somebody tried to reach them. */
  isReached!: boolean;
  @IsIn([...WAYS, null])
  way!: Way | null;
  sharedNote!: string;
  earlierNotes!: EarlierNote[];
  addenda!: NoteAddendum[];
  goals!: NoteGoal[];
  ownWords!: OwnWords | null;
  /** The contact was taken back by who logged it. What the participant wrote beside it stays theirs. */
  isTakenBack!: boolean;
}

export class NoteList {
  items!: Note[];
  next!: string | null;
}
