import { StaffName } from '../participants/participant.dto.js';
import { PulseView, SharedPulse } from './pulse.dto.js';
import { OwnQuietHours, QuietHours } from './quiet-hours.dto.js';

/** Days, both included. */
export class AfterHours {
  fromOn!: string;
  toOn!: string;
  /** Contacts in quiet hours, by the contact's own time. */
  afterHoursCount!: number;
}

export class OwnWellbeing {
  today!: string;
  /** The Monday of this week. */
  weekOn!: string;
  quietHours!: OwnQuietHours;
  organizationQuietHours!: QuietHours;
  afterHours!: AfterHours;
  /** Half a year, the latest week first. Read by nobody else but those that are shared. */
  pulses!: PulseView[];
  supervisor!: StaffName | null;
  /** Whom staff may call for themselves; empty where the organization named nobody. */
  supportLine!: string;
}

export class CoachAfterHours extends AfterHours {
  coach!: StaffName;
}

/** How the team is, as far as its coaches say it and their contacts show. */
export class TeamWellbeing {
  coaches!: CoachAfterHours[];
  sharedPulses!: SharedPulse[];
  supportLine!: string;
}
