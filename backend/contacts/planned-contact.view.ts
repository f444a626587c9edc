import { IsIn } from 'class-validator';
import { WAYS, type Way } from './contacts.rules.js';

/** The next contact, with day, time and way. */
export class PlannedContactView {
  plannedContactId!: string;
  plannedOn!: string;
  plannedTime!: string | null;
  @IsIn([...WAYS, null])
  way!: Way | null;
  coachName!: string;
}
