import type { Way } from '../contacts/contacts.rules.js';
import type { Level, Signal } from '../risk/risk.rules.js';
import type { PauseReason } from '../standing/standing-facts.js';
import type { OpeningEvent } from '../windows/windows.rules.js';
import type { ThemeName } from './theme.js';

/**
 * What a sample participant has lived through, in days before today (a negative number is a day to come). The rest
 * (contacts, notes, check-ins) is filled in around it, so that the standing told here is the one that comes out.
 */
export interface Story {
  enrolledAgo: number;
  /** Null for someone never reached. */
  reachedAgo: number | null;
  attemptsAgo?: readonly number[];
  /** Agreed days between contacts, 7 unless told. */
  cadence?: number;
  pauses?: readonly { reason: PauseReason; fromAgo: number; throughAgo: number }[];
  windows?: readonly {
    event: OpeningEvent;
    ago: number;
    closedAgo?: number;
  }[];
  riskNotes?: readonly RiskStory[];
  /** A stay before this one. */
  earlierStay?: { enrolledAgo: number; closedAgo: number; reason: ClosingReason };
  /** No longer enrolled. */
  closed?: { ago: number; reason: ClosingReason };
  /** The coach before this one. */
  movedFrom?: { coach: string; ago: number };
  secondCoach?: string;
  /** The last check-in; left out: none ever. */
  checkedInAgo?: number;
  /** Contacts that were logged and then voided. */
  voidedAgo?: readonly number[];
  /** The day of the next contact that is planned, today is 0. */
  plannedIn?: number;
}

export type ClosingReason = 'completed' | 'moved' | 'left' | 'lost' | 'died';

export interface RiskStory {
  ago: number;
  signals: readonly Signal[];
  overdoseAgo?: number;
  otherSignal?: string;
  /** Where it is not the suggested one. */
  level?: Level;
  lowerReason?: string;
  whatWasDone: string;
  /** On the day it was raised so many minutes later, 35 unless told; on another day so many after nine. */
  acknowledged?: { ago: number; words: string; minutes?: number };
  resolved?: { ago: number; words: string };
}

export interface SampleParticipant {
  preferredName: string;
  /** Empty where it is the same, or not known. */
  legalName: string;
  pronouns: string;
  /** Who walks with them, by sign-in name. */
  coach: string | null;
  themes: readonly ThemeName[];
  story: Story;
  language?: 'en' | 'es';
  /** Those with an account. */
  signInName?: string;
  /** Of the staff: they work here too, and their own account opens this record. */
  colleague?: string;
  /** An account that opens nothing: disabled, or never opened by the person it was made for. */
  account?: 'disabled' | 'invited';
  likes?: Way;
}

type Told = Pick<SampleParticipant, 'language' | 'signInName' | 'colleague' | 'account' | 'likes'>;

/** One participant a line. */
export const participant = (
  preferredName: string,
  legalName: string,
  pronouns: string,
  coach: string | null,
  themes: readonly ThemeName[],
  story: Story,
  told: Told = {},
): SampleParticipant => ({ preferredName, legalName, pronouns, coach, themes, story, ...told });

/** In touch, and not due yet. */
export const inTouch = (enrolledAgo: number, reachedAgo: number, more: Partial<Story> = {}): Story => ({
  enrolledAgo,
  reachedAgo,
  checkedInAgo: reachedAgo + 2,
  plannedIn: (more.cadence ?? 7) - reachedAgo,
  ...more,
});

/** Due today. */
export const dueToday = (enrolledAgo: number, more: Partial<Story> = {}): Story => ({
  enrolledAgo,
  reachedAgo: more.cadence ?? 7,
  plannedIn: 0,
  ...more,
});

/** Past due by so many days. */
export const overdueBy = (days: number, enrolledAgo: number, more: Partial<Story> = {}): Story => ({
  enrolledAgo,
  reachedAgo: (more.cadence ?? 7) + days,
  ...more,
});

/** Past due, and tried on three days without an answer. */
export const triedThrice = (enrolledAgo: number, more: Partial<Story> = {}): Story => ({
  enrolledAgo,
  reachedAgo: 13,
  attemptsAgo: [5, 3, 1],
  ...more,
});

/** Past due for twice the agreed days. */
export const longQuiet = (enrolledAgo: number, more: Partial<Story> = {}): Story => ({
  enrolledAgo,
  reachedAgo: (more.cadence ?? 7) * 3 + 4,
  ...more,
});

/** Just enrolled, not reached yet. */
export const justEnrolled = (enrolledAgo: number, more: Partial<Story> = {}): Story => ({
  enrolledAgo,
  reachedAgo: null,
  plannedIn: 1,
  ...more,
});

export const pausedFor = (
  reason: PauseReason,
  enrolledAgo: number,
  { sinceAgo, days }: { sinceAgo: number; days: number },
  more: Partial<Story> = {},
): Story => ({
  enrolledAgo,
  reachedAgo: sinceAgo,
  pauses: [{ reason, fromAgo: sinceAgo, throughAgo: sinceAgo - days }],
  ...more,
});
