import { IsIn, IsOptional } from 'class-validator';
import { LANGUAGES, type Language } from '../access/roles.js';
import { ExperienceChoice, SaidOfThemself } from '../coaches/about.dto.js';
import { type Experience, EXPERIENCES } from '../coaches/experiences.rules.js';
import { AreOf, IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';

/** What a participant says for finding a coach. All of it is theirs to leave out. */
export class NoteCoachWish extends SaidOfThemself {
  /** Which they would rather speak; without it, the one of their record. */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language | null;

  /** What they wish of a coach. */
  @AreOf(EXPERIENCES)
  wished!: Experience[];

  @Words(500)
  wishWords!: string;

  /** Somebody they asked for by name. */
  @IsOptional()
  @IsReference()
  wishedCoachId?: string | null;
}

/** A wish as it stands, to whoever may read it. */
export class OwnCoachWish {
  @IsIn([...LANGUAGES, null])
  language!: Language | null;
  @IsIn(EXPERIENCES, { each: true })
  experiences!: Experience[];
  ownWords!: string;
  @IsIn(EXPERIENCES, { each: true })
  wished!: Experience[];
  wishWords!: string;
  wishedCoach!: StaffName | null;
  /** Who wrote it down; null while nothing is noted. */
  notedByName!: string | null;
  /** Whether the participant wrote it themself. */
  isTheirOwn!: boolean;
  notedAt!: Date | null;
  /** 0 while nothing is noted. */
  version!: number;
}

export class CoachWish extends OwnCoachWish {
  /** The short list to choose from, in words. */
  choices!: ExperienceChoice[];
}

/** The same to read, in words. */
export class WishInWords {
  @IsIn([...LANGUAGES, null])
  language!: Language | null;
  /** From the short list; empty where nothing was chosen. */
  wished!: string;
  wishWords!: string;
  wishedCoachName!: string | null;
  experiences!: string;
  ownWords!: string;
  notedByName!: string | null;
  isTheirOwn!: boolean;
  notedAt!: Date | null;
}
