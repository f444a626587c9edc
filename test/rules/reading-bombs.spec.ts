import v8 from 'node:v8';
import vm from 'node:vm';
import { refusalOf } from '../support/reading.js';
import { rowOf, workbookOf, zipOf } from '../support/workbook-file.js';

const MB = 1024 * 1024;
const HEAD = rowOf(1, ['Name', 'Since']);
/** What unpacks to so much: every part of it is the same. */
const endless = (megabytes: number, piece: string) => Buffer.alloc(megabytes * MB, piece);
const withRows = (rows: Buffer) =>
  workbookOf({ sheets: [{ name: 'Caseload', rows: Buffer.concat([Buffer.from(HEAD), rows]) }] });

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc') as (how: { type: 'minor' }) => void;

/** What is held in MB; what was just let go is swept away first, or a whole young heap of it would count. */
function held(): number {
  collect({ type: 'minor' });
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MB;
}

/** The most memory held beyond what was there before, in MB, looked at every few milliseconds. */
async function heldDuring(reading: () => Promise<unknown>): Promise<number> {
  const before = held();
  let most = before;
  const looking = setInterval(() => (most = Math.max(most, held())), 5);
  await reading();
  clearInterval(looking);
  return Math.max(most, held()) - before;
}

describe('a file that unpacks without end', () => {
  test.each<[name: string, file: () => Buffer, code: string, most: number]>([
    ['by its own word', () => saying(501 * MB), 'spreadsheet-unpacks-too-far', 20],
    ['in parts that nobody reads', () => saying(200 * MB, 3), 'spreadsheet-unpacks-too-far', 20],
    ['and lies about it', () => saying(1000), 'spreadsheet-unpacks-too-far', 20],
    ['in rows without cells', () => withRows(endless(14, '<row></row>')), 'spreadsheet-broken', 40],
    [
      'in one cell',
      () => withRows(Buffer.concat([Buffer.from('<row r="2"><c t="str"><v>'), endless(50, 'x')])),
      'spreadsheet-broken',
      40,
    ],
    [
      'in one tag',
      () => withRows(Buffer.concat([Buffer.from('<row r="2" a="'), endless(50, 'x')])),
      'spreadsheet-broken',
      40,
    ],
    [
      'in cells of one row',
      () => withRows(Buffer.concat([Buffer.from('<row r="2">'), endless(40, '<c><v>1</v></c>')])),
      'spreadsheet-too-many-columns',
      40,
    ],
    [
      'in cells far to the right, row by row',
      () => withRows(endless(40, '<row><c r="XFD1"><v>1</v></c></row>')),
      'spreadsheet-too-many-columns',
      40,
    ],
    [
      'in its shared words',
      () =>
        workbookOf({
          sheets: [{ name: 'a', rows: HEAD + rowOf(2, ['x']) }],
          strings: [endless(40, '<t>x</t></si><si>').toString()],
        }),
      'spreadsheet-unpacks-too-far',
      200,
    ],
    [
      'in entities that name each other',
      () => {
        const sheet =
          '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
        return workbookOf({
          sheets: [{ name: 'a', rows: HEAD }],
          more: [{ name: 'xl/worksheets/sheet1.xml', data: Buffer.from(sheet) }],
        });
      },
      'spreadsheet-broken',
      40,
    ],
  ])('%s is refused, and little of it is ever held', async (_, file, code, most) => {
    const bytes = file();
    let refusal;
    const held = await heldDuring(async () => (refusal = await refusalOf(bytes)));
    expect(refusal).toMatchObject({ code });
    expect(held).toBeLessThan(most);
  });
});

/** A workbook with a sheet of 14 MB, and as many parts as are said, each of which says it is so long. */
function saying(saidSize: number, count = 1): Buffer {
  const data = endless(14, '<row></row>');
  const relations = (kind: string, target: string) =>
    Buffer.from(
      `<Relationships><Relationship Id="rId1" Type="http://x/${kind}" Target="${target}"/></Relationships>`,
    );
  const book = '<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>';
  return zipOf([
    { name: '_rels/.rels', data: relations('officeDocument', 'xl/workbook.xml') },
    { name: 'xl/workbook.xml', data: Buffer.from(book) },
    { name: 'xl/_rels/workbook.xml.rels', data: relations('worksheet', 'worksheets/sheet1.xml') },
    ...Array.from({ length: count }, (_, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data, saidSize })),
  ]);
}
