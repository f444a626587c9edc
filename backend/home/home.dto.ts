import type { PlannedContactView } from '../contacts/planned-contact.view.js';
import type { Goal } from '../goals/goal.dto.js';

/** A person by the name they go by, and nothing else. */
export class OwnCoach {
  name!: string;
}

/** Who answers when no coach does. */
export class OrganizationToCall {
  name!: string;
  phone!: string;
}

/** What a participant opens the app to. Nothing that staff keep to themselves has a place here. */
export class Home {
  preferredName!: string;
  coach!: OwnCoach | null;
  nextContact!: PlannedContactView | null;
  /** Own goals but those let go. */
  goals!: Goal[];
  organization!: OrganizationToCall;
  /** The calendar day in the organization's zone. */
  today!: string;
}
