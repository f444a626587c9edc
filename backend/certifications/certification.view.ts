import { ApiProperty } from '@nestjs/swagger';
import { StaffName } from '../participants/participant.dto.js';
import { type MediaType, MEDIA_TYPES } from './document-kind.rules.js';
import { type Right, RIGHTS } from './certifications.rules.js';
import { type Uncertified, UNCERTIFIED } from './certification.dto.js';

export class DocumentView {
  documentId!: string;
  fileName!: string;
  @ApiProperty({ enum: MEDIA_TYPES })
  mediaType!: MediaType;
  byteCount!: number;
  /** In hexadecimal, as it stands in the trail. */
  sha256!: string;
  sentBy!: StaffName;
  sentAt!: Date;
}

export class EndedView {
  /** The last day it was issued for. */
  issuedThroughOn!: string;
  why!: string;
  by!: StaffName;
  at!: Date;
}

export class EducationHours {
  needed!: number;
  /** Confirmed, with a day within the certification's span. */
  done!: number;
  waiting!: number;
  /** So many hours are needed for so many months; of the kind, or by default. */
  perMonths!: number;
  perHours!: number;
  /** Nobody has set it for this kind: to be checked with the board. */
  isDefault!: boolean;
}

export class CertificationView {
  certificationId!: string;
  kind!: string;
  issuer!: string;
  number!: string;
  firstOn!: string;
  lastOn!: string;
  isInForce!: boolean;
  document!: DocumentView | null;
  ended!: EndedView | null;
  education!: EducationHours;
  version!: number;
}

export class RemovedView {
  certificationId!: string;
  kind!: string;
  issuer!: string;
  number!: string;
  firstOn!: string;
  lastOn!: string;
  why!: string;
  by!: StaffName;
  at!: Date;
}

export class RenewalView {
  renewalId!: string;
  kind!: string;
  issuer!: string;
  number!: string;
  firstOn!: string;
  lastOn!: string;
  document!: DocumentView;
  sentAt!: Date;
  @ApiProperty({ enum: ['waiting', 'confirmed', 'sent back', 'taken back'] })
  state!: 'waiting' | 'confirmed' | 'sent back' | 'taken back';
  settledBy!: StaffName | null;
  settledAt!: Date | null;
  words!: string;
  version!: number;
}

export class EducationView {
  educationId!: string;
  doneOn!: string;
  title!: string;
  provider!: string;
  hours!: number;
  document!: DocumentView | null;
  @ApiProperty({ enum: ['waiting', 'confirmed', 'sent back'] })
  state!: 'waiting' | 'confirmed' | 'sent back';
  settledBy!: StaffName | null;
  settledAt!: Date | null;
  words!: string;
  version!: number;
}

export class LoggingRightView {
  @ApiProperty({ enum: RIGHTS })
  is!: Right;
  throughOn!: string | null;
  endsInDays!: number | null;
  /** It ends within sixty days, or nothing is in force. */
  isPressing!: boolean;
  lapsedOn!: string | null;
  beginsAgainOn!: string | null;
  /** What becomes of a contact on a day without one. */
  @ApiProperty({ enum: UNCERTIFIED })
  then!: Uncertified;
  /** Of supervised training: under whom, through which day. */
  trainingSupervisor!: StaffName | null;
  trainingThroughOn!: string | null;
}

export class SupervisionMinutes {
  individual!: number;
  group!: number;
  /** Sessions that are held and not yet signed by both; they count for nothing. */
  toSignCount!: number;
}

export class CoachCertification {
  coach!: StaffName;
  supervisor!: StaffName | null;
  today!: string;
  right!: LoggingRightView;
  /** The one that ends last first. */
  certifications!: CertificationView[];
  /** What was entered by mistake and taken away, the newest first. */
  removed!: RemovedView[];
  /** Those that wait, and those that were sent back until another is sent; the newest first. */
  renewals!: RenewalView[];
  /** The newest first, at most 500. */
  education!: EducationView[];
  /** Within the span of the certification that is in force; null without one. */
  supervision!: SupervisionMinutes | null;
  heldCount!: number;
  /** Whether the acting person may enter, set right, confirm. */
  mayKeep!: boolean;
}

export class CertificationLine {
  coach!: StaffName;
  supervisor!: StaffName | null;
  right!: LoggingRightView;
  waitingRenewalCount!: number;
  waitingEducationCount!: number;
  hoursDone!: number | null;
  hoursNeeded!: number | null;
  heldCount!: number;
}

export class CertificationLines {
  today!: string;
  /** What ends soonest first. */
  items!: CertificationLine[];
}

export class PressingLine {
  coach!: StaffName;
  right!: LoggingRightView;
  waitingRenewalCount!: number;
}

/** Of the coaches within reach (a coach: their own) those who soon may not log, or may not now, or wait for an answer. */
export class PressingCertifications {
  today!: string;
  /** What ends soonest first. */
  items!: PressingLine[];
}

export class EducationNeedView {
  kind!: string;
  hours!: number;
  months!: number;
  isDefault!: boolean;
  /** 0: nobody has set it. */
  version!: number;
}

export class EducationNeeds {
  items!: EducationNeedView[];
}
