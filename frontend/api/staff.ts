import type {
  CaseloadItem,
  Day,
  Goal,
  Instant,
  Language,
  Named,
  Outcome,
  PlannedContact,
  Role,
  Standing,
} from './contract';

export interface TeamRow {
  /** null is the row "no coach". */
  coach: Named | null;
  standings: Record<Standing, number>;
  participantCount: number;
  reachedCount: number;
  attemptCount: number;
  openRiskNotes: { urgent: number; concern: number; watch: number };
}

export interface TeamPage {
  today: Day;
  rows: TeamRow[];
  totals: Omit<TeamRow, 'coach'>;
}

export interface TeamParticipants {
  items: CaseloadItem[];
  next: string | null;
}

export interface TeamContact {
  contactId: string;
  participantId: string;
  participantName: string;
  coach: Named;
  occurredOn: Day;
  outcome: Outcome;
}

export interface TeamContacts {
  items: TeamContact[];
  next: string | null;
  from: Day;
  to: Day;
}

export interface HomePage {
  preferredName: string;
  coach: { name: string } | null;
  nextContact: PlannedContact | null;
  goals: Goal[];
  organization: { name: string; phone: string | null };
  today: Day;
}

export interface Person {
  accountId: string;
  name: string;
  signInName: string;
  role: Role;
  language: Language;
  isDisabled: boolean;
  isActivated: boolean;
  supervisor: Named | null;
  coach: Named | null;
  participantId: string | null;
  caseloadCount: number | null;
  version: number;
}

export interface Invited {
  person: Person | null;
  participantId?: string;
  invitationLink: string | null;
  invitationExpiresAt?: Instant;
}

export interface CoachChoice {
  accountId: string;
  name: string;
  caseloadCount: number;
  capacity: number;
  supervisorName: string | null;
}

export interface ProgramChoice {
  programId: string;
  name: string;
}
