import { IsIn } from 'class-validator';
import { LANGUAGES, type Language } from '../access/roles.js';
import { CoachLoad } from '../coaches/load.dto.js';
import { StaffName } from '../participants/participant.dto.js';
import { STANDINGS, type Standing } from '../standing/standing.rules.js';
import { LEVELS, type Level, WHY_TO_ASSIGN, type WhyToAssign } from './to-assign.rules.js';

/** Somebody who needs a coach, or will. */
export class ParticipantToAssign {
  participantId!: string;
  preferredName!: string;
  @IsIn(LANGUAGES)
  language!: Language;
  @IsIn(STANDINGS)
  standing!: Standing;
  /** The strongest open one. */
  @IsIn([...LEVELS, null])
  openNote!: Level | null;
  @IsIn(WHY_TO_ASSIGN)
  why!: WhyToAssign;
  /** Since which day they have no coach, or on which it ends; null for a coach who is disabled or lapsed. */
  onDay!: string | null;
  /** The one it is about; null for nobody. */
  coach!: StaffName | null;
  /** Whether it is the second coach whose last day was agreed. */
  isSecond!: boolean;
}

/** One of the own team, with what they carry. */
export class TeamLoad {
  coach!: StaffName;
  load!: CoachLoad;
}

export class ToAssignList {
  today!: string;
  /** Nobody's first, who waits longest first; then what ends soonest. */
  items!: ParticipantToAssign[];
  /** Coaches of the team who may sign in, by name. */
  team!: TeamLoad[];
}
