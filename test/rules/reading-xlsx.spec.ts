import { writeXlsxStream } from 'hucre/xlsx';
import type { Cell } from '../../backend/moving-in/reading/sheet.js';
import { readAll, refusalOf } from '../support/reading.js';
import { rowOf, workbookOf, zipOf } from '../support/workbook-file.js';

const HEAD = rowOf(1, ['Name', 'Since']);
const oneSheet = (rows: string, more: object = {}) =>
  workbookOf({ sheets: [{ name: 'Caseload', rows: HEAD + rows }], ...more });
const cellsOf = async (cells: string, more: object = {}): Promise<Cell[]> =>
  (await readAll(oneSheet(`<row r="2">${cells}</row>`, more))).rows[0]!.cells;

describe('an XLSX', () => {
  test('is read with its words, its numbers and its empty cells, rows as its program numbers them', async () => {
    const { told, headers, rows, texts } = await readAll(
      oneSheet(
        rowOf(2, ['José & “Jo”', 45_000]) +
          '<row r="3"/>' +
          rowOf(9, [null, 5_555_550_134]) +
          rowOf(12, ['Bob', 0.1 + 0.2]),
      ),
    );
    expect(told).toEqual({
      kind: 'xlsx',
      letters: null,
      delimiter: null,
      sheetName: 'Caseload',
      sheetNames: ['Caseload'],
    });
    expect(headers).toEqual(['Name', 'Since']);
    expect(texts).toEqual([
      ['José & “Jo”', '45000'],
      ['', '5555550134'],
      ['Bob', '0.3'],
    ]);
    expect(rows.map(({ row }) => row)).toEqual([2, 9, 12]);
  });

  test('finds its words in the shared list, in parts of several styles, without how they are said', async () => {
    const strings = [
      '<t>Ann</t>',
      '<r><rPr><b/></rPr><t>Bob </t></r><r><t>Smith</t></r>',
      '<t>田中</t><rPh sb="0" eb="2"><t>タナカ</t></rPh>',
      '<t>a_x000D_b_x005F_</t>',
    ];
    const cells = await cellsOf([0, 1, 2, 3].map((i) => `<c t="s"><v>${i}</v></c>`).join(''), { strings });
    expect(cells.map(({ text }) => text)).toEqual(['Ann', 'Bob Smith', '田中', 'a\rb_']);
  });

  test.each([
    ['a day', 'm/d/yyyy', 46_085, { text: '2026-03-04', day: '2026-03-04' }],
    ['a day by a format every workbook has', 14, 46_085, { text: '2026-03-04', day: '2026-03-04' }],
    ['a day with words around', '"since "dd\\.mm\\.yy', 46_085, { text: '2026-03-04', day: '2026-03-04' }],
    ['a day in another language', '[$-40A]d "de" mmmm', 46_085, { text: '2026-03-04', day: '2026-03-04' }],
    ['the first days of 1900', 14, 1, { text: '1900-01-01', day: '1900-01-01' }],
    ['the day before the day that never was', 14, 59, { text: '1900-02-28', day: '1900-02-28' }],
    ['the day that never was', 14, 60, { text: '60' }],
    ['the day after it', 14, 61, { text: '1900-03-01', day: '1900-03-01' }],
    [
      'a day with its time',
      'm/d/yy h:mm',
      46_085.604_166_666_6,
      { text: '2026-03-04 14:30', day: '2026-03-04', time: '14:30' },
    ],
    ['a time', 'h:mm AM/PM', 0.604_166_666_7, { text: '14:30', time: '14:30' }],
    ['midnight', 'h:mm', 0, { text: '00:00', time: '00:00' }],
    [
      'the last half minute of a day',
      'm/d/yy h:mm',
      46_085.999_9,
      { text: '2026-03-05 00:00', day: '2026-03-05', time: '00:00' },
    ],
    ['hours and minutes that passed', '[h]:mm', 0.031_25, { text: '00:45', time: '00:45' }],
    ['money', '[Red]"days" #,##0.00', 46_085, { text: '46085' }],
    ['a number below zero', 14, -3, { text: '-3' }],
    ['a number beyond all calendars', 14, 9_999_999, { text: '9999999' }],
  ])('shows %s as such', async (_, format, number, cell) => {
    expect(await cellsOf(`<c s="1"><v>${number}</v></c>`, { formats: [format] })).toEqual([cell]);
  });

  test('counts days from 1904 where its program did', async () => {
    const workbook = { formats: [14, 'd/m/yy h:mm'], isFrom1904: true };
    expect(await cellsOf('<c s="1"><v>44623</v></c><c s="2"><v>0.5</v></c>', workbook)).toEqual([
      { text: '2026-03-04', day: '2026-03-04' },
      { text: '1904-01-01 12:00', day: '1904-01-01', time: '12:00' },
    ]);
  });

  test('takes what a formula last gave, and says that it was one', async () => {
    const cells =
      '<c t="str"><f>A1&amp;B1</f><v>Ann Smith</v></c><c><f>1+1</f><v>2</v></c><c><f>TODAY()</f></c><c t="e"><v>#REF!</v></c>';
    expect(await cellsOf(cells)).toEqual([
      { text: 'Ann Smith', isFormula: true },
      { text: '2', isFormula: true },
      { text: '', isFormula: true, trouble: 'cell-formula-without-value' },
      { text: '#REF!', trouble: 'cell-is-an-error' },
    ]);
  });

  test('keeps a name that looks like a formula as a text', async () => {
    expect((await readAll(oneSheet(rowOf(2, ['=1+2', '@Ann'])))).rows[0]!.cells).toEqual([
      { text: '=1+2' },
      { text: '@Ann' },
    ]);
  });

  test('marks cells hidden under a merged one, whose words stand only in its corner', async () => {
    const sheet = {
      name: 'Merged',
      rows:
        rowOf(1, ['Caseload', null, null]) +
        rowOf(2, ['Name', 'Coach', 'Note']) +
        rowOf(3, ['Ann', 'Rosa', 'x']) +
        rowOf(4, ['Bob', null, null]) +
        rowOf(5, ['Cy', null, null]),
      after:
        '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="B3:B4"/><mergeCell ref="A5:B5"/></mergeCells>',
    };
    const { rows, headers } = await readAll(workbookOf({ sheets: [sheet] }));
    expect(headers).toEqual(['Name', 'Coach', 'Note']);
    expect(rows.map(({ cells }) => cells.map(({ text, trouble }) => trouble ?? text))).toEqual([
      ['Ann', 'Rosa', 'x'],
      ['Bob', 'cell-merged'],
      ['Cy', 'cell-merged'],
    ]);
  });

  test('with several sheets is read from the first that is seen, or from the one named', async () => {
    const rows = (name: string) => HEAD + rowOf(2, [name]);
    const book = workbookOf({
      sheets: [
        { name: 'Lists', rows: rows('Hidden'), state: 'hidden' },
        { name: 'People', rows: rows('Ann') },
        { name: 'Contacts', rows: rows('Called') },
      ],
    });
    expect(await readAll(book)).toMatchObject({
      texts: [['Ann']],
      told: { sheetName: 'People', sheetNames: ['People', 'Contacts'] },
    });
    expect((await readAll(book, 'Contacts')).texts).toEqual([['Called']]);
    expect(await refusalOf(book, 'Lists')).toEqual({ code: 'spreadsheet-sheet-unknown' });
  });

  test('as our own exports write it comes back', async () => {
    const rows = [
      ['Name', 'Since'],
      ['José\nSmith', '=1+2'],
      ['Ann', 5],
    ];
    const parts: Uint8Array[] = [];
    for await (const part of writeXlsxStream(rows, { name: 'People' })) parts.push(part);
    const { told, texts } = await readAll(Buffer.concat(parts));
    expect(told.sheetName).toBe('People');
    expect(texts).toEqual([
      ['José\nSmith', '=1+2'],
      ['Ann', '5'],
    ]);
  });
});

const whole = oneSheet(Array.from({ length: 2000 }, (_, i) => rowOf(i + 2, [`Ann ${i * 7919}`, i])).join(''));
const wide = `<row r="2">${Array.from({ length: 10_000 }, () => '<c><v>1</v></c>').join('')}</row>`;

test.each([
  ['cut in half', whole.subarray(0, whole.length / 2), { code: 'spreadsheet-broken' }],
  ['cut at its end', whole.subarray(0, -10), { code: 'spreadsheet-broken' }],
  ['with a bit changed on its way', flipped(whole), { code: 'spreadsheet-broken' }],
  ['whose rows are not those that were packed', otherRows(), { code: 'spreadsheet-broken' }],
  [
    'that is another zip',
    zipOf([{ name: 'photo.jpg', data: Buffer.from('x') }]),
    { code: 'spreadsheet-other-kind' },
  ],
  ['that is a text document', documentZip('word/document.xml'), { code: 'spreadsheet-other-kind' }],
  ['of the binary kind', documentZip('xl/workbook.bin'), { code: 'spreadsheet-other-kind' }],
  ['that is an empty zip', zipOf([]), { code: 'spreadsheet-other-kind' }],
  ['without a sheet', workbookOf({}), { code: 'spreadsheet-without-rows' }],
  [
    'without a row',
    workbookOf({ sheets: [{ name: 'Empty', rows: '' }] }),
    { code: 'spreadsheet-without-rows' },
  ],
  ['with only a header', oneSheet(''), { code: 'spreadsheet-only-header' }],
  ['with 10,000 columns', oneSheet(wide), { code: 'spreadsheet-too-many-columns', row: 2 }],
  [
    'with a cell beyond its last column',
    oneSheet('<row r="2"><c r="AAAA2"><v>1</v></c></row>'),
    { code: 'spreadsheet-broken', row: 2 },
  ],
  [
    'with 50,001 rows',
    oneSheet(Array.from({ length: 50_001 }, (_, i) => rowOf(i + 2, ['x'])).join('')),
    { code: 'spreadsheet-too-many-rows', row: 50_002 },
  ],
  ['whose rows go backwards', oneSheet(rowOf(5, ['x']) + rowOf(4, ['y'])), { code: 'spreadsheet-broken' }],
  ['of XML that is none', oneSheet('<row r="2"><c>'), { code: 'spreadsheet-broken' }],
])('an XLSX %s is refused', async (_, file, refusal) => {
  expect(await refusalOf(file)).toEqual(refusal);
});

test('a sheet with 10,000 empty cells in colour is read: columns count where something stands', async () => {
  const { columns } = await readAll(oneSheet(`${wide.replaceAll('<v>1</v>', '')}${rowOf(3, ['Ann'])}`));
  expect(columns).toHaveLength(2);
});

/** The sheet's own bytes, in the middle of the file. */
function flipped(file: Buffer): Buffer {
  const changed = Buffer.from(file);
  const at = Math.floor(file.length / 2);
  changed[at] = changed[at]! ^ 0x10;
  return changed;
}

function documentZip(name: string): Buffer {
  const relation = `<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="${name}"/></Relationships>`;
  return zipOf([
    { name: '_rels/.rels', data: Buffer.from(relation) },
    { name, data: Buffer.from('<document/>') },
  ]);
}

/** A letter of a name changed on its way, and all else as it was. */
function otherRows(): Buffer {
  const data = Buffer.from(`<worksheet><sheetData>${HEAD}${rowOf(2, ['Amm'])}</sheetData></worksheet>`);
  return oneSheet('', { more: [{ name: 'xl/worksheets/sheet1.xml', data, saidSum: 12_345 }] });
}
