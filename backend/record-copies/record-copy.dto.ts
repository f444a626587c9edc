import { IsIn } from 'class-validator';
import { IsNewId } from '../http/fields.js';

export const COPY_STATES = ['waiting', 'working', 'ready', 'failed'] as const;
export type CopyState = (typeof COPY_STATES)[number];

/** A document to read, and the same as data for programs. */
export const COPY_FORMATS = ['html', 'json'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

export class AskForCopy {
  @IsNewId()
  copyId!: string;
}

/** A copy of all that is theirs: asked for, being made, or there to take. */
export class RecordCopy {
  copyId!: string;
  @IsIn(COPY_STATES)
  state!: CopyState;
  /** 0 to 100. */
  progress!: number;
  /** What is being gathered, by its name in the copy: `check-ins`. */
  part!: string | null;
  askedAt!: Date;
  madeAt!: Date | null;
  /** From then on it is gone. */
  expiresAt!: Date | null;
}

export class RecordCopies {
  /** The latest first. */
  items!: RecordCopy[];
}
