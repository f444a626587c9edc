import { IsBoolean, IsObject, IsOptional } from 'class-validator';
import { IsNewId, IsReference } from '../http/fields.js';

export class SaveDraft {
  @IsOptional()
  @IsReference()
  participantId?: string;

  /** They are not on the coach's caseload. */
  @IsOptional()
  @IsBoolean()
  isOffCaseload?: boolean;

  /** The open form it is typed in, made when the form was opened: two tabs are two forms. */
  @IsOptional()
  @IsNewId()
  formId?: string;

  /** The form as it stands, finished or not. */
  @IsObject()
  body!: Record<string, unknown>;
}

export class SavedDraft {
  draftId!: string;
  savedAt!: Date;
  version!: number;
  /** It is a contact by now; nothing was kept. */
  isLogged!: boolean;
}

/** What another open form had typed on an older version, until a person has chosen. */
export class DraftCopy {
  formId!: string;
  @IsObject()
  body!: Record<string, unknown>;
  savedAt!: Date;
}

export class DraftView {
  draftId!: string;
  savedAt!: Date;
  version!: number;
  participantId!: string | null;
  participantName!: string | null;
  isOffCaseload!: boolean;
  /** The day on which their last stay was closed since it was begun; null while they are enrolled. */
  enrollmentClosedOn!: string | null;
  @IsObject()
  body!: Record<string, unknown>;
  copies!: DraftCopy[];
}

export class DraftList {
  items!: DraftView[];
}
