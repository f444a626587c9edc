import { IsIn, IsObject, IsOptional } from 'class-validator';
import { ContactView } from '../contacts/contact.view.js';
import { IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';
import { FeedbackView } from './feedback.dto.js';
import { type AskedBecause, REASONS } from './feedback.rules.js';

export const SHOWS = ['to read', 'asked', 'seen'] as const;
export type Shows = (typeof SHOWS)[number];

export class StreamAsked {
  /** Left out: all that is to be read, asked for or not. */
  @IsOptional()
  @IsIn(SHOWS)
  show?: Shows;

  /** One coach of the team; left out, all of them. */
  @IsOptional()
  @IsReference()
  coachId?: string;

  @IsOptional()
  @Words(500)
  after?: string;
}

export class SeenView {
  by!: StaffName;
  at!: Date;
  /** The version of the contact that was seen. */
  version!: number;
}

/** A contact as it stands in the stream. */
export class StreamItem {
  contact!: ContactView;
  /** The organization's day on which it was recorded. */
  recordedOn!: string;
  /** Recorded since this supervisor last looked. */
  isNew!: boolean;
  /** Null: nobody asks for it to be read. */
  @IsIn([...REASONS, null])
  askedBecause!: AskedBecause | null;
  isToRead!: boolean;
  seen!: SeenView | null;
  /** Amended or voided since it was seen. */
  isChangedSinceSeen!: boolean;
  /** The fields as they were when it was seen; null where none of them was amended since. */
  @IsObject()
  saidWhenSeen!: Record<string, unknown> | null;
  feedback!: FeedbackView[];
}

export class Stream {
  today!: string;
  /** The newest first, as they were recorded. */
  items!: StreamItem[];
  next!: string | null;
  /** Since when a contact is new to this supervisor; null when they never looked. */
  newSince!: Date | null;
  /** Contacts of the team that are asked of the supervisor and not seen yet, through 999. */
  askedCount!: number;
  /** There are more than that. */
  isMoreAsked!: boolean;
  /** The share of contacts of certified coaches that is asked for, 0 to 100. */
  samplePercent!: number;
}

export class MarkedSeen {
  seenIds!: string[];
  /** Not marked, as they were amended or voided meanwhile: here as they are now. */
  changed!: StreamItem[];
}

export class MarkedUnseen {
  unseenIds!: string[];
}
