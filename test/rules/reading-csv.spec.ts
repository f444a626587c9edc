import { readAll, refusalOf } from '../support/reading.js';

const HEAD = 'Name,Phone';

describe('a CSV', () => {
  test.each([
    ['with the mark of UTF-8 before it', '\ufeffName,Phone\nAnn,1\n', [['Ann', '1']]],
    [
      'with line ends of Windows',
      'Name,Phone\r\nAnn,1\r\nBob,2\r\n',
      [
        ['Ann', '1'],
        ['Bob', '2'],
      ],
    ],
    [
      'with line ends of old Macintoshes',
      'Name,Phone\rAnn,1\rBob,2',
      [
        ['Ann', '1'],
        ['Bob', '2'],
      ],
    ],
    ['without a line end at its end', 'Name,Phone\nAnn,1', [['Ann', '1']]],
    ['with quotes', 'Name,Phone\n"Smith, Ann","5 ""home"""\n', [['Smith, Ann', '5 "home"']]],
    [
      'with a name in quotes within a name',
      'Name,Phone\nAnn "Annie" Smith,1\n',
      [['Ann "Annie" Smith', '1']],
    ],
    [
      'with a quoted beginning of a name',
      'Name,Phone\n"Annie" Smith,1\nBob,2',
      [
        ['"Annie" Smith', '1'],
        ['Bob', '2'],
      ],
    ],
    ['with a new line in quotes', 'Name,Phone\r\n"Ann\r\nSmith",1\r\n', [['Ann\r\nSmith', '1']]],
    ['with semicolons', 'Name;Phone\nSmith, Ann;1\n', [['Smith, Ann', '1']]],
    ['with tabs', 'Name\tPhone\nSmith, Ann\t1; 2\n', [['Smith, Ann', '1; 2']]],
    ['with bars', 'Name|Phone\nAnn|1\n', [['Ann', '1']]],
    ['that says its delimiter', 'sep=;\r\nName;Phone\r\nAnn;1\r\n', [['Ann', '1']]],
    ['with commas in quoted headers', '"Name, first";"Phone, any"\nAnn;1\n', [['Ann', '1']]],
    ['of one column', 'Name\nAnn\n', [['Ann']]],
    ['with spaces around', 'Name,Phone\n  Ann\u00a0 , 1 \n', [['Ann', '1']]],
    ['with empty cells', 'Name,Phone\n,1\nAnn,\n', [['', '1'], ['Ann']]],
    ['with other alphabets and emoji', 'Name,Phone\nНина 🌱 نور,1\n', [['Нина 🌱 نور', '1']]],
  ])('%s is read', async (_, file, rows) => {
    expect((await readAll(file)).texts).toEqual(rows);
  });

  test('of Windows-1252 keeps José, the quotes of word processors and the euro', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEAD}\nJos`),
      Buffer.from([0xe9, 0x20, 0x93, 0x4a, 0x6f, 0x94, 0x20, 0x4f, 0x92, 0x4e]),
      Buffer.from(','),
      Buffer.from([0x80, 0x35]),
    ]);
    const { texts, told } = await readAll(bytes);
    expect(texts).toEqual([['José “Jo” O’N', '€5']]);
    expect(told.letters).toBe('Windows-1252');
  });

  test('of UTF-8 keeps José, also where a piece of the file ends within the letter', async () => {
    const { texts, told } = await readAll(`${HEAD}\n${'José,“€5”\n'.repeat(9000)}`);
    expect(new Set(texts.map(String))).toEqual(new Set(['José,“€5”']));
    expect(told.letters).toBe('UTF-8');
  });

  test.each([
    ['little end first, with its mark', Buffer.from('\ufeffName\tPhone\r\nJosé 🌱\t1\r\n', 'utf16le')],
    ['big end first, with its mark', Buffer.from('\ufeffName\tPhone\r\nJosé 🌱\t1\r\n', 'utf16le').swap16()],
    ['without a mark', Buffer.from('Name\tPhone\r\nJosé 🌱\t1\r\n', 'utf16le')],
  ])('of UTF-16, %s, is read', async (_, bytes) => {
    const { texts, told } = await readAll(bytes);
    expect(texts).toEqual([['José 🌱', '1']]);
    expect(told).toMatchObject({ letters: 'UTF-16', delimiter: '\t' });
  });

  test('numbers its rows as the spreadsheet program shows them, empty ones and titles counted', async () => {
    const { rows, headerRow, columns } = await readAll(
      'Caseload of March\n\nName,Phone,Since\nAnn,1,2\n,,\n\nBob,2,3\n',
    );
    expect(headerRow).toBe(3);
    expect(columns.map(({ name, letter }) => `${letter} ${name}`)).toEqual(['A Name', 'B Phone', 'C Since']);
    expect(rows.map(({ row }) => row)).toEqual([4, 7]);
  });

  test('gives columns without a header, and two of one name, names of their own', async () => {
    const { headers } = await readAll('Phone,,phone,Name\n1,2,3,4\n');
    expect(headers).toEqual(['Phone', 'Column B', 'phone (2)', 'Name']);
  });

  test('marks a row that a comma without quotes has made longer than the others', async () => {
    const { rows } = await readAll('Name,Note\nAnn,called\nBob,called, left message\nCy,\n');
    expect(rows.map(({ hasMoreCells }) => hasMoreCells ?? false)).toEqual([false, true, false]);
  });

  test('keeps a last column that has no header but is filled in most rows', async () => {
    const { headers, rows } = await readAll('Name,Phone,\nAnn,1,x\nBob,2,y\nCy,3,z\n');
    expect(headers).toEqual(['Name', 'Phone', 'Column C']);
    expect(rows.filter(({ hasMoreCells }) => hasMoreCells)).toEqual([]);
  });

  test('keeps what looks like a formula as a text, and takes off the mark of our own exports', async () => {
    const { texts } = await readAll(`Name,Phone\n"=HYPERLINK(""http://x"")",+1 555\n@Ann,'-5\n'=1+2,'Ann\n`);
    expect(texts).toEqual([
      ['=HYPERLINK("http://x")', '+1 555'],
      ['@Ann', '-5'],
      ['=1+2', "'Ann"],
    ]);
  });

  test('tells a cell that is too long by its beginning, 10,000 characters being enough', async () => {
    const { rows } = await readAll(`${HEAD}\n${'🌱'.repeat(10_000)},1\n${'y'.repeat(10_001)},2\n`);
    expect(rows.map(({ cells }) => cells[0]!.trouble)).toEqual([undefined, 'cell-too-long']);
    expect(rows[1]!.cells[0]!.text).toBe('y'.repeat(60));
  });

  test('marks a cell that no database holds', async () => {
    const { rows } = await readAll(`${HEAD}\n${'Ann,1\n'.repeat(900)}A\0nn,1\n`);
    expect(rows.at(-1)!.cells[0]).toEqual({ text: 'Ann', trouble: 'cell-not-storable' });
  });
});

test.each([
  ['nothing at all', '', { code: 'spreadsheet-empty' }],
  ['only spaces', ' \n \r\n', { code: 'spreadsheet-without-rows' }],
  ['only commas', ',,,\n,,,\n', { code: 'spreadsheet-without-rows' }],
  ['only a header', 'Name,Phone\n', { code: 'spreadsheet-only-header' }],
  ['a header and empty rows', 'Name,Phone\n,\n,\n', { code: 'spreadsheet-only-header' }],
  ['people and no header', 'Ann Smith,555-555-0134\nBob,1\n', { code: 'spreadsheet-without-header', row: 1 }],
  [
    'a quote that is never closed',
    'Name,Phone\nAnn,1\n"Bob,2\nCy,3\n',
    { code: 'spreadsheet-quote-open', row: 3 },
  ],
  [
    '10,000 columns',
    Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(),
    { code: 'spreadsheet-too-many-columns', row: 1 },
  ],
  [
    'a row of 10,000 columns',
    `Name\n${'x,'.repeat(10_000)}\n`,
    { code: 'spreadsheet-too-many-columns', row: 2 },
  ],
  ['20 million commas', `Name\n${','.repeat(20_000_000)}`, { code: 'spreadsheet-too-many-columns', row: 2 }],
  ['50,001 rows', `Name\n${'x\n'.repeat(50_001)}`, { code: 'spreadsheet-too-many-rows', row: 50_002 }],
  ['more than 25 MB', Buffer.alloc(25 * 1024 * 1024 + 1, 'x'), { code: 'spreadsheet-too-big' }],
  [
    'letters of an old Macintosh',
    Buffer.from([0x4e, 0x0a, 0x4a, 0x8d, 0x0a]),
    { code: 'spreadsheet-letters-unknown' },
  ],
  ['a web page', '<!DOCTYPE html><table><tr><td>Name</td></tr></table>', { code: 'spreadsheet-other-kind' }],
  [
    'a web page named XLS',
    '\ufeff\n<html xmlns:x="urn:schemas-microsoft-com:office:excel">',
    { code: 'spreadsheet-other-kind' },
  ],
  ['a PDF', '%PDF-1.7\n1 0 obj', { code: 'spreadsheet-other-kind' }],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), { code: 'spreadsheet-other-kind' }],
  [
    'an XLS of before 2007, or a password',
    Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(504)}`, 'hex'),
    { code: 'spreadsheet-locked' },
  ],
])('a file with %s is refused', async (_, file, refusal) => {
  expect(await refusalOf(file)).toEqual(refusal);
});

test('50,000 rows and 200 columns are read', async () => {
  expect((await readAll(`Name\n${'x\n'.repeat(50_000)}`)).rows).toHaveLength(50_000);
  const wide = Array.from({ length: 200 }, (_, i) => `c${i}`).join();
  expect((await readAll(`${wide},,,,\n${wide}\n`)).columns).toHaveLength(200);
});
