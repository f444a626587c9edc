import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { LANGUAGES, type Language } from '../access/roles.js';
import { IsDay, IsNewId, IsOne, IsReference, Words } from '../http/fields.js';
import { NoteCoachWish } from './coach-wish.dto.js';

/** A stay to begin: of somebody new, or of somebody who was here before. */
export class NewStay {
  @IsReference()
  programId!: string;

  /** Left out means today. */
  @IsOptional()
  @IsDay()
  enrolledOn?: string;

  /** Days between contacts that they agree on, 7 unless said. */
  @IsOptional()
  @IsInt({ message: 'The agreed days are a whole number.' })
  @Min(1, { message: 'Once a day is the most that can be agreed.' })
  @Max(90, { message: 'Every 90 days is the least that can be agreed.' })
  agreedCadenceDays?: number;

  /** The primary coach from today on. */
  @IsOptional()
  @IsReference()
  coachId?: string;

  /** Why this coach all the same, where they are full. */
  @IsOptional()
  @Words(500)
  coachReason?: string;
}

export class EnrollParticipant extends NewStay {
  /** Made by the client, so that a participant sent twice is one participant. */
  @IsNewId()
  participantId!: string;

  @Words(200, 1)
  preferredName!: string;

  @IsOptional()
  @Words(200)
  legalName?: string;

  @IsOptional()
  @Words(50)
  pronouns?: string;

  @IsIn(LANGUAGES)
  language!: Language;

  /** What they said for finding a coach, if they were asked and chose to say. */
  @IsOptional()
  @IsOne(() => NoteCoachWish)
  coachWish?: NoteCoachWish;

  /** A number that may be called; messages stay off until the participant allows them. */
  @IsOptional()
  @Words(300)
  phone?: string;

  /** Whether they get an account of their own, with a link that opens it. */
  @IsOptional()
  @IsBoolean()
  hasAccount?: boolean;

  /** They work here: their own account opens this record too. They get no other one. */
  @IsOptional()
  @IsReference()
  accountId?: string;

  /** Needed with an account. */
  @IsOptional()
  @Words(100)
  signInName?: string;
}
