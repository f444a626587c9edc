import type { MergeSide } from '../../api/merging-contract';
import { type MergeTyped, type TwoSides, willBe } from './merge-typing';
import { dated, stayWords } from './record-words';

type Size = MergeSide['size'];

const SIZES: [keyof Size, string][] = [
  ['contacts', 'Contacts'],
  ['checkIns', 'Check-ins'],
  ['goals', 'Goals'],
  ['planVersions', 'Changes of the plan'],
  ['assessments', 'Questions answered'],
  ['riskNotes', 'Risk notes'],
  ['promises', 'Promises'],
];

export interface CountedLine {
  label: string;
  kept: number;
  other: number;
}

/** What the two hold, a line for each thing that either has. */
export function countsOf({ kept, other }: TwoSides): CountedLine[] {
  return SIZES.map(([key, label]) => ({ label, kept: kept.size[key], other: other.size[key] })).filter(
    (line) => line.kept || line.other,
  );
}

export const LANGUAGE_NAME: Record<string, string> = { en: 'English', es: 'Spanish' };

/** The stays as they will be: two open ones in one program are one, from the earlier day. */
export function staysAfter({ kept, other }: TwoSides): string[] {
  const joined = kept.stays.map((stay) => {
    const twin = !stay.closedOn && openIn(other, stay.programName);
    return twin && twin.enrolledOn < stay.enrolledOn ? { ...stay, enrolledOn: twin.enrolledOn } : stay;
  });
  const alone = other.stays.filter((stay) => stay.closedOn || !openIn(kept, stay.programName));
  return [...joined, ...alone]
    .sort((one, next) => next.enrolledOn.localeCompare(one.enrolledOn))
    .map(stayWords);
}

function openIn({ stays }: MergeSide, programName: string): MergeSide['stays'][number] | undefined {
  return stays.find((stay) => stay.programName === programName && !stay.closedOn);
}

/** Who walks with them afterwards: the coach chosen, and beside them whoever was second, else the other's coach. */
export function coachesAfter(typed: MergeTyped, sides: TwoSides): string[] {
  const { kept, other } = sides;
  const both = [kept.coach, other.coach].flatMap((coach) => coach ?? []);
  const chosen = willBe('coachId', typed, sides);
  const primary = both.find(({ accountId }) => accountId === chosen);
  if (!primary) return [];
  const seconds = [kept.secondCoach, other.secondCoach, ...both].flatMap((coach) => coach ?? []);
  const second = seconds.find(({ accountId }) => accountId !== chosen);
  return [primary.name, ...(second ? [`${second.name}, second coach`] : [])];
}

/** What becomes of what a person has only one of, and of who was about to do something. */
export function consequences(typed: MergeTyped, sides: TwoSides): string[] {
  const { kept, other } = sides;
  const joined = kept.stays.filter((stay) => !stay.closedOn && openIn(other, stay.programName));
  const after = coachesAfter(typed, sides);
  const leaving = [kept.coach, other.coach, kept.secondCoach, other.secondCoach]
    .flatMap((coach) => coach?.name ?? [])
    .filter((name, at, all) => all.indexOf(name) === at)
    .filter((name) => !after.some((line) => line === name || line.startsWith(`${name}, `)));
  const stands = willBe('accountId', typed, sides);
  const letGo = [kept.account, other.account].find((account) => account && account.accountId !== stands);
  const openNotes = kept.size.openRiskNotes + other.size.openRiskNotes;
  return [
    'Everything written in either record stands in one, with its day and who wrote it. Nothing is deleted.',
    ...joined.map(
      ({ programName, enrolledOn }) =>
        `Two open stays in ${programName} become one, from ${dated(earlier(enrolledOn, openIn(other, programName)!.enrolledOn))}.`,
    ),
    ...leaving.map((name) => `${name} walks with them until today. What ${name} wrote stays, in their name.`),
    openNotes > 0 &&
      `${openNotes === 1 ? 'The open risk note stays open' : `The ${openNotes} open risk notes stay open`}, and the clock runs on.`,
    'Of two next contacts the earlier one stays next. What coaches have begun to write goes on.',
    letGo && `“${letGo.signInName}” opens nothing any more.`,
    'Whoever opens a link to the other record finds this one.',
    'For seven days it can be undone.',
  ].filter((line): line is string => !!line);
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
