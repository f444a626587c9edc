import { IsObject, IsOptional } from 'class-validator';
import { IsReference } from '../http/fields.js';

export class SaveDraft {
  @IsOptional()
  @IsReference()
  participantId?: string;

  /** The form as it stands, finished or not. */
  @IsObject()
  body!: Record<string, unknown>;
}

export class SavedDraft {
  draftId!: string;
  savedAt!: Date;
  version!: number;
}

export class DraftView extends SavedDraft {
  participantId!: string | null;
  participantName!: string | null;
  @IsObject()
  body!: Record<string, unknown>;
}

export class DraftList {
  items!: DraftView[];
}
