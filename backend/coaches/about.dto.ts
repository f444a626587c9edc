import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import { LANGUAGES, type Language } from '../access/roles.js';
import { Words } from '../http/fields.js';
import { type Experience, EXPERIENCES } from './experiences.rules.js';

export class ExperienceChoice {
  @IsIn(EXPERIENCES)
  value!: Experience;
  words!: string;
}

/** What a coach chooses to say of themself. All of it may stay empty. */
export class SayAbout {
  @IsArray({ message: 'This must be a list.' })
  @ArrayMaxSize(LANGUAGES.length, { message: 'This says a language twice.' })
  @IsIn(LANGUAGES, { each: true })
  speaks!: Language[];

  /** Other languages, in words. */
  @Words(200)
  alsoSpeaks!: string;

  @IsArray({ message: 'This must be a list.' })
  @ArrayMaxSize(EXPERIENCES.length, { message: 'This says something twice.' })
  @IsIn(EXPERIENCES, { each: true })
  experiences!: Experience[];

  @Words(500)
  ownWords!: string;
}

export class AboutCoach extends SayAbout {
  /** The short list to choose from, in words. */
  choices!: ExperienceChoice[];
  /** 0 while nothing was ever said. */
  version!: number;
}
