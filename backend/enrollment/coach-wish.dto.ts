import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { ExperienceChoice } from '../coaches/about.dto.js';
import { type Experience, EXPERIENCES } from '../coaches/experiences.rules.js';
import { IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';

/** What a participant said for finding a coach. All of it is theirs to leave out. */
export class NoteCoachWish {
  /** What they said of themself. */
  @IsArray({ message: 'This must be a list.' })
  @ArrayMaxSize(EXPERIENCES.length, { message: 'This says something twice.' })
  @IsIn(EXPERIENCES, { each: true })
  experiences!: Experience[];

  @Words(500)
  ownWords!: string;

  /** What they wish of a coach. */
  @IsArray({ message: 'This must be a list.' })
  @ArrayMaxSize(EXPERIENCES.length, { message: 'This says something twice.' })
  @IsIn(EXPERIENCES, { each: true })
  wished!: Experience[];

  @Words(500)
  wishWords!: string;

  /** Somebody they asked for by name. */
  @IsOptional()
  @IsReference()
  wishedCoachId?: string | null;
}

export class CoachWish {
  @IsIn(EXPERIENCES, { each: true })
  experiences!: Experience[];
  ownWords!: string;
  @IsIn(EXPERIENCES, { each: true })
  wished!: Experience[];
  wishWords!: string;
  wishedCoach!: StaffName | null;
  /** Who wrote it down; null while nothing is noted. */
  notedByName!: string | null;
  notedAt!: Date | null;
  /** The short list to choose from, in words. */
  choices!: ExperienceChoice[];
  /** 0 while nothing is noted. */
  version!: number;
}
