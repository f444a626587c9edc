import { IsIn } from 'class-validator';
import { OwnCall } from '../calls/call.dto.js';
import { PlannedContactView } from '../contacts/planned-contact.view.js';
import { Step } from '../goals/goal.dto.js';
import { MILESTONE_UNITS, type MilestoneUnit } from '../recovery-days/milestones.rules.js';
import { PersonToCall } from '../recovery-plans/recovery-plan.view.js';
import { CELEBRATED } from './home.rules.js';

/** A person by the name they go by, and nothing else. */
export class OwnCoach {
  name!: string;
  /** Who is there while they are away; left out while they are here. */
  meanwhileName?: string;
}

/** Somebody who walks with them from now on: two names, and nothing of why. */
export class NewCoach {
  assignmentId!: string;
  name!: string;
  /** Who handed over; null where it came another way. */
  beforeName!: string | null;
}

/** Who answers when no coach does. */
export class OrganizationToCall {
  name!: string;
  phone!: string;
}

/** A step with the goal it leads to, in their own words. */
export class HomeStep extends Step {
  goalId!: string;
  sentence!: string;
}

/** Something to be glad of; what is not there is not counted. */
export class HomeCelebration {
  @IsIn(CELEBRATED)
  what!: (typeof CELEBRATED)[number];
  /** The goal's sentence, or the words of the step done last; else empty. */
  words!: string;
  /** Of steps how many, at least one; of a goal 1; of recovery days how many of their unit. */
  count!: number;
  /** Of recovery days. */
  @IsIn(MILESTONE_UNITS)
  unit?: MilestoneUnit;
  /** The day of a milestone or a birthday, from yesterday to the day after tomorrow. */
  on?: string;
}

/** A time they were with us; null while it goes on. Never why it ended. */
export class OwnStay {
  fromOn!: string;
  throughOn!: string | null;
}

/** What a participant opens the app to. Nothing that staff keep to themselves has a place here. */
export class Home {
  preferredName!: string;
  coach!: OwnCoach | null;
  /** Until they put the line away, or have talked. */
  newCoach!: NewCoach | null;
  nextContact!: PlannedContactView | null;
  /** The call they asked for, and who sees that when. */
  call!: OwnCall;
  /** Those done today, then the one for today; no more. */
  steps!: HomeStep[];
  celebrates!: HomeCelebration[];
  /** When they said today how they are; null while they did not. */
  checkedInAt!: Date | null;
  /** BARC-10 is due, or is within a week. */
  isTimeForQuestions!: boolean;
  /** The people of their plan with a number, whoever is called first on top. */
  peopleToCall!: PersonToCall[];
  organization!: OrganizationToCall;
  /** The latest first. */
  stays!: OwnStay[];
  /** The calendar day in the organization's zone. */
  today!: string;
}
