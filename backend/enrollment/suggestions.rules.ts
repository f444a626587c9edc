import type { Language } from '../access/roles.js';
import { type Experience, inWords } from '../coaches/experiences.rules.js';
import type { Load, Room } from '../coaches/load.rules.js';

/** Why a coach suits somebody, in the order of what counts. Ours: no number is made of them. */
export const REASONS = ['asked for', 'language', 'wish', 'in common', 'before', 'room'] as const;
export type ReasonKind = (typeof REASONS)[number];

/** What speaks against it; the last three end the choice. */
export const DRAWBACKS = [
  'language',
  'full',
  'other team',
  'ends soon',
  'not certified',
  'at the ceiling',
] as const;
export type DrawbackKind = (typeof DRAWBACKS)[number];

/** The participant, as far as they chose to say. */
export interface WhoSeeks {
  name: string;
  /** Which they wish to speak with a coach; else the one of their record. */
  language: Language;
  experiences: readonly Experience[];
  wished: readonly Experience[];
  wishedCoachId: string | null;
}

/** A coach, as far as they chose to say, and what they would carry. */
export interface WhoMaySuit {
  coachId: string;
  name: string;
  /** Null where they never said: what they speak is not known then. */
  speaks: readonly Language[] | null;
  experiences: readonly Experience[];
  walkedBefore: boolean;
  /** With the participant as primary one. */
  after: Load;
  room: Room;
  mayLog: boolean;
  /** Whose team they are of, when it is not that of who assigns. */
  otherTeamOf: string | null;
  /** The day their certification or training ends, within the days in which that shows. */
  endsSoonOn: string | null;
}

export interface Suggestion {
  coachId: string;
  reasons: { kind: ReasonKind; words: string }[];
  drawbacks: { kind: DrawbackKind; words: string }[];
  mayBeChosen: boolean;
}

const LANGUAGE_WORDS: Record<Language, string> = { en: 'English', es: 'Spanish' };

/**
 * The coaches in the order in which they suit, each with why. A person decides: who can be chosen comes first, then whom
 * the participant asked for, who speaks their language, who has room, who is as they wish, who has lived the same, who
 * knows them, and of equals who carries less.
 */
export function suggestionsOf(who: WhoSeeks, coaches: readonly WhoMaySuit[]): Suggestion[] {
  return coaches
    .map((coach) => ({ coach, order: orderOf(who, coach) }))
    .sort((one, other) => compared(one.order, other.order) || (one.coach.name < other.coach.name ? -1 : 1))
    .map(({ coach }) => ({
      coachId: coach.coachId,
      reasons: reasonsOf(who, coach),
      drawbacks: drawbacksOf(who, coach),
      mayBeChosen: mayBeChosen(coach),
    }));
}

function mayBeChosen({ mayLog, room }: WhoMaySuit): boolean {
  return mayLog && room !== 'at the ceiling';
}

/** The smaller comes first, field by field. */
function orderOf(who: WhoSeeks, coach: WhoMaySuit): number[] {
  const { after, room, walkedBefore } = coach;
  return [
    mayBeChosen(coach) ? 0 : 1,
    coach.coachId === who.wishedCoachId ? 0 : 1,
    coach.speaks === null ? 1 : coach.speaks.includes(who.language) ? 0 : 2,
    room === 'room' ? 0 : 1,
    -both(who.wished, coach.experiences).length,
    -both(who.experiences, coach.experiences).length,
    walkedBefore ? 0 : 1,
    after.capacity > 0 ? after.weight / after.capacity : Infinity,
  ];
}

function compared(one: number[], other: number[]): number {
  const place = one.findIndex((value, index) => value !== other[index]);
  return place === -1 ? 0 : one[place]! - other[place]!;
}

function reasonsOf(who: WhoSeeks, coach: WhoMaySuit): Suggestion['reasons'] {
  const wished = both(who.wished, coach.experiences);
  const inCommon = both(who.experiences, coach.experiences).filter((each) => !wished.includes(each));
  const { after } = coach;
  return [
    coach.coachId === who.wishedCoachId && said('asked for', `${who.name} asked for ${coach.name}`),
    coach.speaks?.includes(who.language) &&
      said('language', `Speaks ${LANGUAGE_WORDS[who.language]}, as ${who.name} does`),
    wished.length > 0 && said('wish', `As ${who.name} wishes: ${inWords(wished)}`),
    inCommon.length > 0 && said('in common', `In common: ${inWords(inCommon)}`),
    coach.walkedBefore && said('before', `Has walked with ${who.name} before`),
    coach.room === 'room' && said('room', `Has room: would carry ${after.weight} of ${after.capacity}`),
  ].filter((each) => each !== false && each !== undefined);
}

function drawbacksOf(who: WhoSeeks, coach: WhoMaySuit): Suggestion['drawbacks'] {
  const { after, name } = coach;
  return [
    coach.speaks !== null &&
      !coach.speaks.includes(who.language) &&
      said('language', `Has not said that they speak ${LANGUAGE_WORDS[who.language]}`),
    coach.room === 'full' && said('full', `Full: would carry ${after.weight} of ${after.capacity}`),
    coach.otherTeamOf !== null &&
      said('other team', `Of ${coach.otherTeamOf}’s team: ${who.name} would move there`),
    coach.endsSoonOn !== null &&
      coach.mayLog &&
      said('ends soon', `May log until ${dayInWords(coach.endsSoonOn)}: certification or training ends then`),
    !coach.mayLog &&
      said('not certified', `${name} has no certification in force and is not in supervised training`),
    coach.room === 'at the ceiling' &&
      said('at the ceiling', `At the ceiling of ${after.headCountCeiling} people that holds here`),
  ].filter((each) => each !== false);
}

function said<K extends string>(kind: K, words: string): { kind: K; words: string } {
  return { kind, words };
}

function both(some: readonly Experience[], others: readonly Experience[]): Experience[] {
  return some.filter((each) => others.includes(each));
}

function dayInWords(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString('en-US', {
    month: 'long',
    day: 'numeric',
    year: 'numeric',
  });
}
