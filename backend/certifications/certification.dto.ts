import { IsIn, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { NewCertification } from '../coaches/coach.dto.js';
import { IsDay, IsNewId, IsReference, Words } from '../http/fields.js';

/** One that is set right: every field as it now is. Without a document the one that is there is taken off. */
export class SetCertification extends NewCertification {
  @IsOptional()
  @IsReference()
  documentId?: string | null;
}

export class EnterCertification extends SetCertification {
  @IsNewId()
  certificationId!: string;
}

export class EndCertification {
  /** The last day on which it held. */
  @IsDay()
  lastOn!: string;

  @Words(500, 1)
  why!: string;
}

export class RemoveCertification {
  /** Stands beside what it was, for the coach and whoever keeps certifications. */
  @Words(500, 1)
  why!: string;
}

export class SendRenewal extends NewCertification {
  @IsNewId()
  renewalId!: string;

  @IsReference()
  documentId!: string;
}

export class SendBack {
  /** What is missing, for the coach to read. */
  @Words(1000, 1)
  words!: string;
}

export class SetEducation {
  @IsDay()
  doneOn!: string;

  @Words(200, 1)
  title!: string;

  @Words(200, 1)
  provider!: string;

  @Max(40, { message: 'At most 40 hours fit here. Enter several days one by one.' })
  @Min(0.25, { message: 'At least a quarter of an hour (0.25).' })
  @IsNumber({ maxDecimalPlaces: 2 }, { message: 'This is a number of hours, as 1.5.' })
  hours!: number;

  @IsOptional()
  @IsReference()
  documentId?: string | null;
}

export class EnterEducation extends SetEducation {
  @IsNewId()
  educationId!: string;
}

export class SetEducationNeed {
  /** The kind as it is entered with certifications; capital letters play no part. */
  @Words(100, 1)
  kind!: string;

  @Max(500, { message: 'At most 500 hours.' })
  @Min(0, { message: 'At least 0: none is needed.' })
  @IsNumber({ maxDecimalPlaces: 2 }, { message: 'This is a number of hours, as 20.' })
  hours!: number;

  @Max(120, { message: 'At most 120 months.' })
  @Min(1, { message: 'At least one month.' })
  @IsNumber({ maxDecimalPlaces: 0 }, { message: 'This is a whole number of months, as 24.' })
  months!: number;
}

export const UNCERTIFIED = ['refuse', 'hold'] as const;
export type Uncertified = (typeof UNCERTIFIED)[number];

export class SetUncertifiedLogging {
  /** What becomes of a contact of somebody without a certification on its day. */
  @IsIn(UNCERTIFIED, { message: 'Either "refuse" or "hold".' })
  uncertifiedLogging!: Uncertified;
}

export class UncertifiedLogging extends SetUncertifiedLogging {
  version!: number;
}

export class BoardAsked {
  @IsDay()
  from!: string;

  /** This day too. */
  @IsDay()
  to!: string;
}

export class DocumentAsked {
  /** The name it has on the device. */
  @Words(200, 1)
  fileName!: string;
}
