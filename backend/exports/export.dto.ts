import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsDay, IsNewId, IsReference } from '../http/fields.js';

export const EXPORT_KINDS = ['contacts', 'people', 'report'] as const;
export type ExportKindName = (typeof EXPORT_KINDS)[number];

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_STATES = ['waiting', 'working', 'ready', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** Both days or neither. Contacts: left out, all there are. A report: left out, this month through today. */
export class AskForExport {
  @IsNewId()
  exportId!: string;
  @IsIn(EXPORT_KINDS)
  kind!: ExportKindName;
  @IsIn(EXPORT_FORMATS)
  format!: ExportFormat;
  @IsOptional()
  @IsDay()
  from?: string;
  @IsOptional()
  @IsDay()
  through?: string;
  /** Of a report: one program; left out, all of them together. */
  @IsOptional()
  @IsReference()
  programId?: string;
  /** Of a report: small counts are hidden. */
  @IsOptional()
  @IsBoolean()
  isForOutside?: boolean;
}

/** A file that was asked for: waiting, being written, or there to take. */
export class Export {
  exportId!: string;
  @IsIn(EXPORT_KINDS)
  kind!: ExportKindName;
  @IsIn(EXPORT_FORMATS)
  format!: ExportFormat;
  from!: string | null;
  through!: string | null;
  programId!: string | null;
  programName!: string | null;
  isForOutside!: boolean;
  @IsIn(EXPORT_STATES)
  state!: ExportState;
  /** Rows written so far. */
  doneCount!: number;
  /** Rows there are; null until that is known. */
  rowCount!: number | null;
  /** Of the file as it is saved. */
  byteCount!: number | null;
  askedAt!: Date;
  madeAt!: Date | null;
  /** When it was last saved. */
  takenAt!: Date | null;
  /** From then on it is gone. */
  expiresAt!: Date;
}

export class Exports {
  /** One's own, the latest first, at most 50. */
  items!: Export[];
}
