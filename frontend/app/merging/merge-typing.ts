import type { MergeRecords, MergeSide, MergeSides } from '../../api/merging-contract';

/** What is chosen and typed on the page of two records; empty where what is suggested is fine. */
export interface MergeTyped {
  /** Made once for the page, so that a merge sent twice is one merge. */
  mergeId: string;
  /** The record that stays; empty: the one that holds more. */
  keepId: string;
  preferredName: string;
  legalName: string;
  pronouns: string;
  language: string;
  coachId: string;
  accountId: string;
  areBothTheirs: boolean;
  why: string;
}

/** What both records say of one thing, and which of the two may be chosen. */
export type Chosen = 'preferredName' | 'legalName' | 'pronouns' | 'language' | 'coachId' | 'accountId';

/** The two records as who stays, and who becomes a part of it. */
export interface TwoSides {
  kept: MergeSide;
  other: MergeSide;
}

export const nothingTyped = (mergeId: string): MergeTyped => ({
  ...{ mergeId, keepId: '', preferredName: '', legalName: '', pronouns: '', language: '' },
  ...{ coachId: '', accountId: '', areBothTheirs: false, why: '' },
});

/** Which record stays: the one chosen, else the one that holds more; of two that hold as much the first. */
export function sidesOf({ first, second }: MergeSides, { keepId }: Pick<MergeTyped, 'keepId'>): TwoSides {
  const isSecond = keepId ? keepId === second.participantId : holds(second) > holds(first);
  return isSecond ? { kept: second, other: first } : { kept: first, other: second };
}

function holds({ size }: MergeSide): number {
  const { ways: _, openRiskNotes: __, ...counts } = size;
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** What may be chosen between, that of the record that stays first; one alone where both say the same or one says nothing. */
export function choicesOf(field: Chosen, { kept, other }: TwoSides): string[] {
  return [...new Set([saidOf(field, kept), saidOf(field, other)])].filter((said) => said !== '');
}

export function saidOf(field: Chosen, side: MergeSide): string {
  if (field === 'coachId') return side.coach?.accountId ?? '';
  if (field === 'accountId') return side.account?.accountId ?? '';
  return side[field];
}

/** What will stand: what was chosen while it is still one of the two, else what is suggested. */
export function willBe(field: Chosen, typed: MergeTyped, sides: TwoSides): string {
  const choices = choicesOf(field, sides);
  return choices.find((choice) => choice === typed[field]) ?? suggested(field, sides, choices);
}

/** Of somebody who works here the account they work with stays; else what the record that stays says. */
function suggested(field: Chosen, { kept, other }: TwoSides, choices: string[]): string {
  if (field === 'accountId' && other.account?.worksHere && !kept.account?.worksHere)
    return other.account.accountId;
  return choices[0] ?? '';
}

/** Whether somebody has to be asked first: each has a sign-in, and the one that stays reads both halves. */
export const haveTwoSignIns = ({ kept, other }: TwoSides): boolean => !!kept.account && !!other.account;

export function mergeRequest(typed: MergeTyped, sides: TwoSides): MergeRecords {
  const { kept, other } = sides;
  const [accountId, coachId] = [willBe('accountId', typed, sides), willBe('coachId', typed, sides)];
  return {
    mergeId: typed.mergeId,
    intoId: kept.participantId,
    fromId: other.participantId,
    preferredName: willBe('preferredName', typed, sides),
    legalName: willBe('legalName', typed, sides),
    pronouns: willBe('pronouns', typed, sides),
    language: willBe('language', typed, sides) as MergeRecords['language'],
    ...(accountId ? { accountId } : {}),
    ...(haveTwoSignIns(sides) ? { areBothTheirs: typed.areBothTheirs } : {}),
    ...(coachId ? { coachId } : {}),
    why: typed.why.trim(),
  };
}
