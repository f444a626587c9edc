import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
} from 'class-validator';
import { ContactView } from '../contacts/contact.view.js';
import { AreSeveral, IsNewId, IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';
import { type AnsweredAs, ANSWERS, type Kind, KINDS, MOST_FEEDBACK_WORDS } from './feedback.rules.js';

/** More than a page of the stream shows. */
export const MOST_AT_ONCE = 200;

export class GiveFeedback {
  @IsNewId()
  feedbackId!: string;

  @IsIn(KINDS)
  kind!: Kind;

  /** Left out, thanks say themselves. */
  @IsOptional()
  @Words(MOST_FEEDBACK_WORDS)
  words?: string;
}

/** A contact as it stood on the page where it was seen. */
export class ContactSeen {
  @IsReference()
  contactId!: string;

  @Min(1)
  @Max(1_000_000)
  @IsInt()
  version!: number;
}

export class MarkSeen {
  @ArrayMinSize(1, { message: 'Say which.' })
  @ArrayUnique((each: ContactSeen) => each?.contactId, { message: 'One contact is named twice here.' })
  @AreSeveral(() => ContactSeen, MOST_AT_ONCE)
  contacts!: ContactSeen[];
}

export class MarkUnseen {
  @IsArray()
  @ArrayUnique()
  @ArrayMinSize(1, { message: 'Say which.' })
  @ArrayMaxSize(MOST_AT_ONCE)
  contactIds!: string[];
}

export class MarkRead {
  @IsArray()
  @ArrayUnique()
  @ArrayMinSize(1, { message: 'Say which.' })
  @ArrayMaxSize(MOST_AT_ONCE)
  feedbackIds!: string[];
}

/** Why the asked change is not made. */
export class DeclineChange {
  @Words(MOST_FEEDBACK_WORDS, 1)
  words!: string;
}

export class FeedbackAnswer {
  @IsIn(ANSWERS)
  as!: AnsweredAs;
  at!: Date;
  /** Why not, when it was declined. */
  words!: string;
}

export class FeedbackView {
  feedbackId!: string;
  contactId!: string;
  participantId!: string;
  @IsIn(KINDS)
  kind!: Kind;
  words!: string;
  by!: StaffName;
  givenAt!: Date;
  /** The coach has seen it. */
  isRead!: boolean;
  /** Of an asked change, once the coach answered it. */
  answer!: FeedbackAnswer | null;
  /** By whoever gave it, until the coach has seen it. */
  mayTakeBack!: boolean;
  /** By the coach who wrote the contact. */
  mayAnswer!: boolean;
}

export class FeedbackOfParticipant {
  /** The newest first. */
  items!: FeedbackView[];
}

/** What is left to a coach, with the contact it is about. */
export class FeedbackLeft {
  feedback!: FeedbackView;
  contact!: ContactView;
}

export class FeedbackForMe {
  /** The newest first. */
  items!: FeedbackLeft[];
  next!: string | null;
}

export class FeedbackAsked {
  @IsOptional()
  @Words(500)
  after?: string;
}

/** What a coach has not seen yet, gathered into one line. */
export class FeedbackWaiting {
  from!: StaffName[];
  thanksCount!: number;
  commentCount!: number;
  changeCount!: number;
  /** Changes asked for that wait for an answer, seen or not. */
  toAnswerCount!: number;
}
