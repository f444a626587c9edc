import { mayLogThrough } from '../coaches/certification.rules.js';
import { LOAD_DAYS, loadWith, type LoadShape, type LoadWeights, roomIn } from '../coaches/load.rules.js';
import { DEFAULT_CADENCE_DAYS } from '../standing/cadences.rules.js';
import type { CoachHere, Ground } from './ground.js';
import type { KnownPerson, Stay } from './people-here.js';
import type { AboutRow, RowValues } from './reading/row-typed.rules.js';

export interface StayAsked {
  programId: string;
  programName: string;
  enrolledOn: string;
  agreedDays: number;
}

/** What a row asks for that can be refused; null where there is nothing to do. */
export type Asked<T> = { is: T | null; mark?: AboutRow } | { refused: AboutRow };

type Columns = Partial<Record<'program' | 'coach' | 'enrolledOn', string>>;

/** In which program since when; nothing where they are in it already. */
export function stayAsked(
  values: RowValues,
  { programs, today }: Pick<Ground, 'programs' | 'today'>,
  defaultProgramId: string | null,
  person: KnownPerson | null,
  columns: Columns,
): Asked<StayAsked> {
  const enrolledOn = values.enrolledOn ?? today;
  const program = values.program
    ? programs.find(({ name }) => name.toLowerCase() === values.program!.toLowerCase().trim())
    : programs.find(({ id }) => id === defaultProgramId);
  if (!program && !values.program)
    return refuse(
      columns.program,
      'program-needed',
      'This row names no program. Choose one for rows without.',
    );
  if (!program)
    return refuse(
      columns.program,
      'program-unknown',
      `There is no program called ${values.program} here. There ${programs.length === 1 ? 'is' : 'are'}: ${programs.map(({ name }) => name).join(', ')}.`,
    );
  if (values.bornOn && values.bornOn > enrolledOn)
    return refuse(
      columns.enrolledOn,
      'enrolled-before-birth',
      `Enrolled on ${enrolledOn}, and born on ${values.bornOn}. Look at both days.`,
    );
  const before = person?.stays.filter(({ programId }) => programId === program.id) ?? [];
  const open = before.find(({ closedOn }) => closedOn === null);
  if (open) return { is: null, ...markOfOther(open, enrolledOn, columns) };
  const last = before.at(-1);
  if (last && enrolledOn <= last.closedOn!)
    return {
      is: null,
      mark: {
        column: columns.enrolledOn ?? null,
        code: 'stay-closed-since',
        words: `This stay was closed here on ${last.closedOn}. It stays closed.`,
      },
    };
  if (person?.stays.some(({ reason }) => reason === 'died'))
    return refuse(undefined, 'record-closed', 'This record is closed, so nobody is enrolled in it anew.');
  const agreedDays = values.agreedDays ?? DEFAULT_CADENCE_DAYS;
  return { is: { programId: program.id, programName: program.name, enrolledOn, agreedDays } };
}

function markOfOther(open: Stay, enrolledOn: string, columns: Columns): { mark?: AboutRow } {
  if (open.enrolledOn === enrolledOn) return {};
  const words = `Here they are enrolled since ${open.enrolledOn}. That stays.`;
  return { mark: { column: columns.enrolledOn ?? null, code: 'enrolled-on-another-day', words } };
}

/** Whom they walk with from today on; nothing where somebody does already. */
export function coachAsked(
  values: RowValues,
  ground: Pick<Ground, 'coaches' | 'today'>,
  person: KnownPerson | null,
  columns: Columns,
): Asked<CoachHere> {
  if (!values.coach) return { is: null };
  const column = columns.coach;
  const coach = ground.coaches.find(values.coach);
  if ('refused' in coach) return { refused: { column: column ?? null, ...coach.refused } };
  if (person?.coachId === coach.id) return { is: null };
  if (person?.coachId)
    return {
      is: null,
      mark: {
        column: column ?? null,
        code: 'with-another-coach',
        words: 'Here somebody else walks with them. That stays: change it on their page.',
      },
    };
  if (person && person.accountId === coach.id)
    return refuse(column, 'nobody-is-their-own-coach', 'Nobody is their own coach. Choose another coach.');
  if (coach.isGone)
    return refuse(
      column,
      'coach-disabled',
      `${coach.name} is no longer here, so nobody can be given to them. Write another coach, or leave the cell empty.`,
    );
  if (mayLogThrough(coach.certifications, coach.trainingThroughOn, ground.today) === null)
    return refuse(
      column,
      'coach-not-certified',
      `${coach.name} has no certification in force and is not in supervised training. Enter it under People first, or leave the cell empty.`,
    );
  return { is: coach };
}

/**
 * Whether a coach has room for one more. A ceiling is a payer's or a state's and holds; beyond what is meant to be
 * carried somebody comes in all the same, since they walk together already, and it is marked.
 */
export function roomWith(
  coach: CoachHere,
  stay: { enrolledOn: string; agreedDays: number },
  { loads, today }: Pick<Ground, 'loads' | 'today'>,
  weights: LoadWeights,
  column: string | undefined,
): { mark?: AboutRow } | { refused: AboutRow } {
  const load = loads.get(coach.id);
  if (!load) return {};
  const days = Temporal.PlainDate.from(stay.enrolledOn).until(today).days;
  const shape: LoadShape = {
    ...{ isSecond: false, isPaused: false, window: null, note: null },
    isNew: days < LOAD_DAYS.first,
    isLongCadence: stay.agreedDays >= LOAD_DAYS.long,
  };
  const after = loadWith(load, shape, weights);
  const room = roomIn(after);
  if (room === 'at the ceiling')
    return refuse(
      column,
      'coach-at-the-ceiling',
      `${coach.name} would walk with ${after.headCount} people, and ${load.headCountCeiling} is the most that a coach may have here.`,
    );
  loads.set(coach.id, after);
  return room === 'room'
    ? {}
    : {
        mark: {
          column: column ?? null,
          code: 'coach-full',
          words: `${coach.name} carries ${after.weight} of ${after.capacity} with them.`,
        },
      };
}

function refuse(column: string | undefined, code: string, words: string): { refused: AboutRow } {
  return { refused: { column: column ?? null, code, words } };
}
