import {
  type Field,
  FIELDS,
  FIELDS_OF,
  MOVE_KINDS,
  type MoveKind,
  NEEDED,
} from '../../backend/moving-in/reading/fields.js';
import { guessColumns, headerKey } from '../../backend/moving-in/reading/guess-columns.rules.js';
import { type Matched, rowTyped } from '../../backend/moving-in/reading/row-typed.rules.js';
import type { Cell } from '../../backend/moving-in/reading/sheet.js';

const none = new Map<string, Field | null>();
const guessed = (headers: string[], kind: MoveKind, remembered = none) =>
  guessColumns(
    headers.map((name) => ({ name })),
    kind,
    remembered,
  ).map(({ field }) => field);

describe('columns', () => {
  test.each<[MoveKind, string, (Field | null)[]]>([
    [
      'people',
      'Client Name|DOB|Cell Phone|Assigned to|Intake Date|Shoe size',
      ['name', 'bornOn', 'phone', 'coach', 'enrolledOn', null],
    ],
    [
      'people',
      'FIRST NAME|Last_Name|Client ID|Phone|Phone (2)|E-mail',
      ['firstName', 'lastName', 'externalId', 'phone', 'otherPhone', 'email'],
    ],
    ['people', 'D.O.B.|Fecha de ingreso|Teléfono|Nombre', ['bornOn', 'enrolledOn', 'phone', 'name']],
    ['people', 'Coach|Peer|Why it was refused', ['coach', 'name', null]],
    [
      'contacts',
      'Client|Date|Contact type|Reached?|Minutes|Notes|Staff',
      ['name', 'occurredOn', 'way', 'outcome', 'minutes', 'note', 'coach'],
    ],
    ['contacts', 'Program|Address', [null, null]],
  ])('of a file of %s are guessed by their headers: %s', (kind, headers, fields) => {
    expect(guessed(headers.split('|'), kind)).toEqual(fields);
  });

  test('are what a person chose the last time, also where they left one out', () => {
    const remembered = new Map<string, Field | null>([
      [headerKey('Shoe size'), 'agreedDays'],
      [headerKey('Cell Phone'), null],
      [headerKey('Nick'), 'name'],
    ]);
    expect(
      guessColumns(
        [{ name: 'shoe SIZE' }, { name: 'Cell phone' }, { name: 'Name' }, { name: 'Nick:' }],
        'people',
        remembered,
      ),
    ).toEqual([
      { field: 'agreedDays', isRemembered: true },
      { field: null, isRemembered: true },
      { field: null, isRemembered: false },
      { field: 'name', isRemembered: true },
    ]);
  });

  test('by our own words for every field are known again, so that what went out comes back', () => {
    for (const kind of MOVE_KINDS)
      expect(
        guessed(
          FIELDS_OF[kind].map((field) => FIELDS[field]),
          kind,
        ),
      ).toEqual(FIELDS_OF[kind]);
  });

  test('what is needed can be matched', () => {
    for (const kind of MOVE_KINDS)
      for (const field of NEEDED[kind].flat()) expect(FIELDS_OF[kind]).toContain(field);
  });
});

const matched = (kind: MoveKind, ...fields: (Field | null)[]): Matched => ({
  kind,
  columns: fields.map((field, index) => ({ index, name: `Header ${index + 1}`, field })),
  dayOrder: 'month first',
  today: '2026-11-21',
});
const row = (...cells: (string | Cell)[]) => ({
  row: 7,
  cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)),
});

describe('a row', () => {
  test('of a person says what its columns hold', () => {
    const as = matched('people', 'lastName', 'firstName', 'phone', 'enrolledOn', 'mayText', null, 'language');
    expect(rowTyped(row('Smith', 'Ann', '(555) 010-1234', '3/4/26', 'yes', 'anything', 'n/a'), as)).toEqual({
      values: { name: 'Ann Smith', phone: '(555) 010-1234', enrolledOn: '2026-03-04', mayText: true },
      refusals: [],
      marks: [],
    });
  });

  test('of a contact says what happened, and a dash in a note is nothing', () => {
    const as = matched(
      'contacts',
      'externalId',
      'occurredOn',
      'occurredTime',
      'way',
      'outcome',
      'minutes',
      'note',
      'coach',
    );
    expect(
      rowTyped(
        row(
          'A-17',
          { text: '2026-03-04 14:30', day: '2026-03-04', time: '14:30' },
          '2:30 PM',
          'call',
          'n/a',
          '15 min',
          '-',
          'rosa',
        ),
        as,
      ).values,
    ).toEqual({
      externalId: 'A-17',
      occurredOn: '2026-03-04',
      occurredTime: '14:30',
      way: 'phone',
      outcome: 'no answer',
      minutes: 15,
      coach: 'rosa',
    });
  });

  test('names every cell that is refused, by its header, with a code and words', () => {
    const as = matched('people', 'name', 'phone', 'enrolledOn', 'bornOn');
    const { refusals } = rowTyped(row('Ann and Bob Smith', 'none yet', '2/30/2026', '1/1/2027'), as);
    expect(refusals.map(({ column, code }) => `${column}: ${code}`)).toEqual([
      'Header 1: name-of-two-people',
      'Header 2: phone-no-digits',
      'Header 3: day-not-in-calendar',
      'Header 4: day-in-the-future',
    ]);
    expect(refusals.every(({ words }) => /^[A-Z0-9].+\.$/.test(words))).toBe(true);
  });

  test('without what is needed says so once', () => {
    expect(
      rowTyped(row('', '-', '(555) 010-1234'), matched('people', 'name', 'enrolledOn', 'phone')).refusals,
    ).toMatchObject([
      { column: 'Header 1', code: 'cell-needed' },
      { column: 'Header 2', code: 'cell-needed' },
    ]);
    expect(rowTyped(row('x'), matched('contacts', null)).refusals.map(({ column }) => column)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('tells what a spreadsheet hides: merged cells, errors, formulas without a result, a comma in a note', () => {
    const troubles = (
      [
        'cell-merged',
        'cell-is-an-error',
        'cell-formula-without-value',
        'cell-too-long',
        'cell-not-storable',
      ] as const
    ).map((trouble) => ({ text: 'x', trouble }));
    const as = matched('people', 'name', 'phone', 'enrolledOn', 'email', 'address', 'pronouns');
    const { refusals } = rowTyped({ ...row(...troubles), hasMoreCells: true }, as);
    expect(refusals.map(({ column, code }) => [column, code])).toEqual([
      [null, 'row-has-more-cells'],
      ['Header 1', 'cell-merged'],
      ['Header 2', 'cell-is-an-error'],
      ['Header 3', 'cell-formula-without-value'],
      ['Header 4', 'cell-too-long'],
      ['Header 5', 'cell-not-storable'],
    ]);
  });

  test('does not mind trouble in a column that is left out', () => {
    const { refusals } = rowTyped(
      row('Ann', '3/4/26', { text: '', trouble: 'cell-merged' }),
      matched('people', 'name', 'enrolledOn', null),
    );
    expect(refusals).toEqual([]);
  });

  test('with a name from a formula is read and marked', () => {
    const { values, marks } = rowTyped(
      row({ text: 'Ann Smith', isFormula: true }, '3/4/26'),
      matched('people', 'name', 'enrolledOn'),
    );
    expect(values.name).toBe('Ann Smith');
    expect(marks).toMatchObject([{ column: 'Header 1', code: 'cell-is-a-formula' }]);
  });

  test('with ten thousand characters in every cell is refused in no time', () => {
    const fields = MOVE_KINDS.flatMap((kind) => FIELDS_OF[kind]).filter(
      (field, i, all) => all.indexOf(field) === i,
    );
    const as = matched('people', ...fields);
    const began = performance.now();
    for (const piece of [' ', '1', '1 ', 'a ', '/', '-', '(', 'a,', ';', '\n', '@', ' and', '1:', '٠']) {
      const text = `x${piece.repeat(10_000 / piece.length)}x`.slice(0, 10_000);
      const { refusals } = rowTyped(row(...fields.map(() => text)), as);
      expect(refusals.length).toBeGreaterThanOrEqual(fields.length - 4);
      for (const field of fields)
        rowTyped(row(...fields.map((each) => (each === field ? text.slice(0, 999) : ''))), as);
    }
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
