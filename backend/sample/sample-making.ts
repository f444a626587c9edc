import type { Chance } from './chance.js';
import type { SampleStaff } from './harbor-staff.js';
import type { SampleDays } from './sample-days.js';
import type { SampleRows } from './sample-rows.js';
import type { SampleParticipant } from './story.js';

export interface StaffMember extends SampleStaff {
  id: string;
  certificationSpans: { id: string; firstOn: string; lastOn: string }[];
}

/** A sample organization while it is being made. */
export interface Making {
  rows: SampleRows;
  days: SampleDays;
  programs: { id: string; name: string }[];
  staff: ReadonlyMap<string, StaffMember>;
}

/** A stay in a program; `untilAgo` is where it ended, before today began for one that is open. */
export interface Stay {
  enrollmentId: string;
  program: { id: string; name: string };
  fromAgo: number;
  untilAgo: number;
}

export interface SampleGoal {
  id: string;
  sentence: string;
  madeAgo: number;
  /** How sure they were at first, 0 to 10; null where nobody asked. */
  confidence: number | null;
}

/** One participant while they are being made. */
export interface Life extends Making {
  person: SampleParticipant;
  chance: Chance;
  participantId: string;
  /** Null where they have none. */
  accountId: string | null;
  stays: Stay[];
  goals: SampleGoal[];
  /** Whether any number of theirs may be left a message on. */
  mayLeaveMessage: boolean;
  /** Who walked with them on a day. */
  coachOn(ago: number): StaffMember;
}

export function staffMember(making: Pick<Making, 'staff'>, signInName: string): StaffMember {
  const member = making.staff.get(signInName);
  if (!member) throw new Error(`The sample has no ${signInName}.`);
  return member;
}

/** Who wrote something down about them: the coach of that day, or a supervisor for those who have none. */
export function whoNoted({ staff, person, coachOn }: Life, ago: number): string {
  const hasCoach = person.coach !== null || person.story.movedFrom !== undefined;
  const member = hasCoach ? coachOn(ago) : [...staff.values()].find(({ role }) => role === 'supervisor')!;
  return member.id;
}
