import type { Language } from '../../access/roles.js';
import type { Outcome, Way } from '../../contacts/contacts.rules.js';
import { agreedDaysTyped } from './agreed-days-typed.rules.js';
import { languageTyped, outcomeTyped, wayTyped, yesNoTyped } from './choice-typed.rules.js';
import { type DayOrder, dayTyped } from './day-typed.rules.js';
import { type Field, FIELDS, type MoveKind, NEEDED } from './fields.js';
import { minutesTyped } from './minutes-typed.rules.js';
import { nameTyped } from './name-typed.rules.js';
import { numberHereTyped } from './number-here-typed.rules.js';
import { emailTyped, phoneTyped } from './phone-typed.rules.js';
import type { Cell, SheetRow } from './sheet.js';
import { timeTyped } from './time-typed.rules.js';
import { type Refused, type Typed, refused } from './typed.js';
import { saysNothing, troubleOf, wordsTyped } from './words-typed.rules.js';

/** What a row says, field by field; what it leaves empty is not there. `name` is put together from its parts. */
export type RowValues = { [F in Exclude<Field, 'firstName' | 'lastName'>]?: Valued<F> };
type Valued<F extends Field> = F extends 'mayCall' | 'mayVoicemail' | 'mayText' | 'maySayWho'
  ? boolean
  : F extends 'agreedDays' | 'minutes'
    ? number
    : F extends 'way'
      ? Way
      : F extends 'outcome'
        ? Outcome
        : F extends 'language'
          ? Language
          : string;

/** Something about a row, by the header of its column; null where it is about the row as a whole. */
export interface AboutRow extends Refused {
  column: string | null;
}

/** Which column is what, as a person said. */
export interface Matched {
  kind: MoveKind;
  columns: { index: number; name: string; field: Field | null }[];
  dayOrder: DayOrder;
  /** `YYYY-MM-DD`, in the organization's zone. */
  today: string;
}

type Reads = { [F in keyof RowValues]-?: (cell: Cell, matched: Matched) => Typed<NonNullable<RowValues[F]>> };

const READS: Reads = {
  name: nameTyped,
  legalName: nameTyped,
  externalId: wordsTyped(100),
  participantId: numberHereTyped,
  bornOn: dayInPast('birth'),
  pronouns: wordsTyped(50),
  language: languageTyped,
  phone: phoneTyped,
  otherPhone: phoneTyped,
  email: emailTyped,
  address: wordsTyped(300),
  mayCall: yesNoTyped,
  mayVoicemail: yesNoTyped,
  mayText: yesNoTyped,
  maySayWho: yesNoTyped,
  whyNotSafe: wordsTyped(200),
  bestHours: wordsTyped(200),
  program: wordsTyped(200),
  enrolledOn: dayInPast('event'),
  coach: wordsTyped(200),
  agreedDays: agreedDaysTyped,
  contactId: numberHereTyped,
  occurredOn: dayInPast('event'),
  occurredTime: timeTyped,
  way: wayTyped,
  outcome: outcomeTyped,
  minutes: minutesTyped,
  note: wordsTyped(10_000),
  sharedNote: wordsTyped(10_000),
};

/**
 * One row as its columns were matched: what it says, and why each cell that is not taken is not. A row with refusals
 * is not brought in; `marks` are read, but somebody should look.
 */
export function rowTyped(
  row: SheetRow,
  matched: Matched,
): { values: RowValues; refusals: AboutRow[]; marks: AboutRow[] } {
  const values: Record<string, unknown> = {};
  const refusals: AboutRow[] = row.hasMoreCells ? [{ column: null, ...MORE_CELLS }] : [];
  const marks: AboutRow[] = [];
  const cells = new Map<Field, { cell: Cell; column: string }>();
  for (const { index, name: column, field } of matched.columns) {
    const cell = row.cells[index];
    if (!field || !cell || isNothing(field, cell)) continue;
    if (cell.isFormula && !cell.trouble)
      marks.push({ column, code: 'cell-is-a-formula', words: `A formula gave this: ${cell.text}.` });
    if (cell.trouble) refusals.push({ column, ...troubleOf(cell.trouble) });
    cells.set(field, { cell, column });
  }
  putNameTogether(cells);
  for (const [field, { cell, column }] of cells) {
    if (cell.trouble || !(field in READS)) continue;
    const typed: Typed<unknown> = isFarTooLong(field, cell)
      ? refused(
          'words-too-long',
          'This is far too long for this column. Look whether another column stands here.',
        )
      : READS[field as keyof RowValues](cell, matched);
    if ('refused' in typed) refusals.push({ column, ...typed.refused });
    else {
      values[field] = typed.value;
      if (typed.mark) marks.push({ column, ...typed.mark });
    }
  }
  return { values, refusals: [...refusals, ...missing(cells, matched)], marks };
}

const MORE_CELLS = {
  code: 'row-has-more-cells',
  words:
    'This row has more cells than there are columns, most often for a comma in a note. Put that note in quotation marks.',
};

/** In "how it went", `n/a` is no answer, and a note may be a dash. */
function isNothing(field: Field, cell: Cell): boolean {
  return field === 'outcome' ? cell.text === '' && !cell.trouble : saysNothing(cell);
}

/** Of what is no free words: nobody's day or number has so many letters, and patterns need not be tried on them. */
function isFarTooLong(field: Field, cell: Cell): boolean {
  return field !== 'note' && field !== 'sharedNote' && cell.text.length > 1000;
}

function putNameTogether(cells: Map<Field, { cell: Cell; column: string }>): void {
  const parts = (['firstName', 'lastName'] as const).flatMap((field) => cells.get(field) ?? []);
  const [first] = parts;
  if (!first || cells.has('name')) return;
  const troubled = parts.find(({ cell }) => cell.trouble);
  cells.set(
    'name',
    troubled ?? { cell: { text: parts.map(({ cell }) => cell.text).join(' ') }, column: first.column },
  );
}

function missing(cells: ReadonlyMap<Field, unknown>, { kind, columns }: Matched): AboutRow[] {
  return NEEDED[kind]
    .filter((group) => !group.some((field) => cells.has(field)))
    .map((group) => {
      const column = columns.find(({ field }) => field && group.includes(field))?.name ?? null;
      return { column, code: 'cell-needed', words: `This is needed: ${FIELDS[group[0]!]}.` };
    });
}

function dayInPast(is: 'birth' | 'event') {
  return (cell: Cell, { dayOrder, today }: Matched): Typed<string> => {
    const typed = dayTyped(cell, { order: dayOrder, is, today });
    return 'value' in typed && typed.value > today
      ? refused('day-in-the-future', `${typed.value} has not come yet. Look at the year.`)
      : typed;
  };
}
