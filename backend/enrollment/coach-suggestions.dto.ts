import { IsIn } from 'class-validator';
import { LANGUAGES, type Language } from '../access/roles.js';
import { CoachLoad } from '../coaches/load.dto.js';
import { ROOMS, type Room } from '../coaches/load.rules.js';
import { StaffName } from '../participants/participant.dto.js';
import { AssignedCoach } from './assignment.dto.js';
import { WishInWords } from './coach-wish.dto.js';
import { type DrawbackKind, DRAWBACKS, type ReasonKind, REASONS } from './suggestions.rules.js';

export class SuggestionReason {
  @IsIn(REASONS)
  kind!: ReasonKind;
  words!: string;
}

export class SuggestionDrawback {
  @IsIn(DRAWBACKS)
  kind!: DrawbackKind;
  words!: string;
}

/** What a coach would carry after the choice. */
export class LoadAfter {
  load!: CoachLoad;
  @IsIn(ROOMS)
  room!: Room;
}

/** A coach, why they suit and what speaks against it; there is no score. */
export class CoachSuggestion {
  coach!: StaffName;
  /** Whose team they are of. */
  supervisorName!: string | null;
  reasons!: SuggestionReason[];
  drawbacks!: SuggestionDrawback[];
  /** False where nothing that is said could make it possible: see the drawbacks. */
  mayBeChosen!: boolean;
  load!: CoachLoad;
  asPrimary!: LoadAfter;
  asSecond!: LoadAfter;
  /** What they say of themself in own words, and further languages; empty where nothing. */
  ownWords!: string;
  alsoSpeaks!: string;
}

export class CoachSuggestions {
  participantId!: string;
  preferredName!: string;
  @IsIn(LANGUAGES)
  language!: Language;
  coach!: AssignedCoach | null;
  secondCoach!: AssignedCoach | null;
  isEnrolled!: boolean;
  /** Null for an administrator, who reads no words about participants. */
  wish!: WishInWords | null;
  /** Who suits best first; without the present primary coach. */
  items!: CoachSuggestion[];
}
