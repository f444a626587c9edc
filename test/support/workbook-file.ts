import { crc32, deflateRawSync } from 'node:zlib';

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface PackedPart {
  name: string;
  data: Buffer;
  /** What the file says of the part, where it lies. */
  saidSize?: number;
  /** As above, of its check sum. */
  saidSum?: number;
}

/** A zip file, as a spreadsheet program writes one. */
export function zipOf(parts: PackedPart[]): Buffer {
  const locals: Buffer[] = [];
  const contents: Buffer[] = [];
  let at = 0;
  for (const { name, data, saidSize = data.length, saidSum = crc32(data) } of parts) {
    const packed = deflateRawSync(data, { level: 1 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(saidSum, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(saidSize, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, Buffer.from(name), packed]);
    const content = Buffer.alloc(46 + name.length);
    content.write('PK\u0001\u0002', 'latin1');
    content.writeUInt16LE(20, 4);
    fields.copy(content, 6);
    content.writeUInt32LE(at, 42);
    content.write(name, 46);
    locals.push(local);
    contents.push(content);
    at += local.length;
  }
  const directory = Buffer.concat(contents);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

export interface WrittenWorkbook {
  /** The XML of each sheet's rows; what stands after them (merged cells) in `after`. */
  sheets?: { name: string; rows: string | Buffer; after?: string; state?: string }[];
  strings?: string[];
  /** Codes of number formats; style 1 is the first of them, 0 plain. A number is one that needs no code. */
  formats?: (string | number)[];
  isFrom1904?: boolean;
  more?: PackedPart[];
}

/** An XLSX with these rows, written by hand so that it may be as odd as those people send. */
export function workbookOf({
  sheets = [],
  strings,
  formats = [],
  isFrom1904,
  more = [],
}: WrittenWorkbook): Buffer {
  return zipOf([
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    part('_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])),
    part(
      'xl/workbook.xml',
      `<workbook xmlns:r="${OFFICE}"><workbookPr${isFrom1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}" ${state ? `state="${state}" ` : ''}r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, i): [string, string, string] => [
          `rId${i + 1}`,
          'worksheet',
          `worksheets/sheet${i + 1}.xml`,
        ]),
        ['rId98', 'styles', 'styles.xml'],
        ...(strings ? [['rId99', 'sharedStrings', '/xl/sharedStrings.xml'] as [string, string, string]] : []),
      ]),
    ),
    part('xl/styles.xml', stylesOf(formats)),
    ...(strings
      ? [part('xl/sharedStrings.xml', `<sst>${strings.map((each) => `<si>${each}</si>`).join('')}</sst>`)]
      : []),
    ...sheets.map(({ rows, after = '' }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data: Buffer.concat([
        Buffer.from(`${HEADER}<worksheet><sheetData>`),
        Buffer.isBuffer(rows) ? rows : Buffer.from(rows),
        Buffer.from(`</sheetData>${after}</worksheet>`),
      ]),
    })),
    ...more,
  ]);
}

/** One row of words and numbers as XML. */
export function rowOf(row: number, cells: (string | number | null)[]): string {
  return `<row r="${row}">${cells
    .map((cell, i) => {
      if (cell === null) return '';
      const at = `r="${String.fromCharCode(65 + i)}${row}"`;
      return typeof cell === 'number'
        ? `<c ${at}><v>${cell}</v></c>`
        : `<c ${at} t="inlineStr"><is><t>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
    })
    .join('')}</row>`;
}

function part(name: string, xml: string): PackedPart {
  return { name, data: Buffer.from(HEADER + xml) };
}

function relations(all: [id: string, kind: string, target: string][]): string {
  const each = all.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships>${each.join('')}</Relationships>`;
}

function stylesOf(formats: (string | number)[]): string {
  const named = formats.map((format, i) =>
    typeof format === 'number'
      ? ''
      : `<numFmt numFmtId="${164 + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>`,
  );
  const used = formats.map(
    (format, i) => `<xf numFmtId="${typeof format === 'number' ? format : 164 + i}"/>`,
  );
  return `<styleSheet><numFmts>${named.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${used.join('')}</cellXfs></styleSheet>`;
}
