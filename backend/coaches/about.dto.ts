import { IsIn } from 'class-validator';
import { LANGUAGES, type Language } from '../access/roles.js';
import { AreOf, Words } from '../http/fields.js';
import { type Experience, EXPERIENCES } from './experiences.rules.js';

export class ExperienceChoice {
  @IsIn(EXPERIENCES)
  value!: Experience;
  words!: string;
}

/** What somebody chooses to say of themself, so that who has lived the same is found. All of it may stay empty. */
export class SaidOfThemself {
  @AreOf(EXPERIENCES)
  experiences!: Experience[];

  @Words(500)
  ownWords!: string;
}

/** A coach of themself. */
export class SayAbout extends SaidOfThemself {
  @AreOf(LANGUAGES)
  speaks!: Language[];

  /** Other languages, in words. */
  @Words(200)
  alsoSpeaks!: string;
}

export class AboutCoach extends SayAbout {
  /** The short list to choose from, in words. */
  choices!: ExperienceChoice[];
  /** 0 while nothing was ever said. */
  version!: number;
}
