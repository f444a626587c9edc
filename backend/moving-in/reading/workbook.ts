import { posix } from 'node:path';
import { whatIsHeld, type Held } from './number-format.rules.js';
import { sheetProblem } from './sheet-problems.js';
import { elementsOf } from './xml.js';
import type { ZipParts } from './zip-parts.js';

export interface Workbook {
  /** Those a person sees in their spreadsheet program, in order; where all are hidden, all of them. */
  sheets: { name: string; part: string }[];
  /** Days are counted from 1904, as old Macintoshes did. */
  isFrom1904: boolean;
  sharedStrings: string | null;
  /** What the numbers of each cell style are: a day, a time, or neither. */
  held: (Held | null)[];
}

/**
 * The workbook in a zip file.
 * @throws Problem `spreadsheet-other-kind` for a zip that is none, `spreadsheet-broken`
 */
export async function workbookIn(zip: ZipParts): Promise<Workbook> {
  if (!zip.has('_rels/.rels')) throw sheetProblem('spreadsheet-other-kind');
  const root = await relationsIn(zip, '_rels/.rels', '');
  const part = root.find(({ kind }) => kind === 'officeDocument')?.part;
  // the binary kind of workbook, which nobody else writes
  if (!part?.endsWith('.xml')) throw sheetProblem('spreadsheet-other-kind');
  const elements = await elementsOf(partOf(zip, part));
  // a text document is such a zip too
  if (elements[0]?.name !== 'workbook') throw sheetProblem('spreadsheet-other-kind');
  const relations = await relationsIn(
    zip,
    posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`),
    part,
  );
  const sheets = elements
    .filter(({ name, within }) => name === 'sheet' && within === 'sheets')
    .map(({ attributes }) => {
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
      const relation = relations.find((each) => each.id === id && each.kind === 'worksheet');
      return {
        name: attributes.name ?? '',
        isHidden: (attributes.state ?? 'visible') !== 'visible',
        part: relation?.part,
      };
    })
    .filter(
      (sheet): sheet is typeof sheet & { part: string } => sheet.part !== undefined && zip.has(sheet.part),
    );
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const named = (kind: string): string | null =>
    relations.find((each) => each.kind === kind && zip.has(each.part))?.part ?? null;
  const styles = named('styles');
  return {
    sheets: (visible.length > 0 ? visible : sheets).map(({ name, part: of }) => ({ name, part: of })),
    isFrom1904: elements.some(({ name, attributes }) => name === 'workbookPr' && isTrue(attributes.date1904)),
    sharedStrings: named('sharedStrings'),
    held: styles ? await heldByStyle(zip, styles) : [],
  };
}

async function heldByStyle(zip: ZipParts, part: string): Promise<(Held | null)[]> {
  const elements = await elementsOf(partOf(zip, part));
  const codes = new Map(
    elements
      .filter(({ name }) => name === 'numFmt')
      .map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? '']),
  );
  return elements
    .filter(({ name, within }) => name === 'xf' && within === 'cellXfs')
    .map(({ attributes }) => whatIsHeld(Number(attributes.numFmtId ?? 0), codes));
}

async function relationsIn(zip: ZipParts, part: string, of: string) {
  if (!zip.has(part)) throw sheetProblem('spreadsheet-broken');
  return (await elementsOf(zip.read(part)))
    .filter(({ name }) => name === 'Relationship')
    .map(({ attributes: { Id: id = '', Type: type = '', Target: target = '' } }) => ({
      id,
      kind: type.slice(type.lastIndexOf('/') + 1),
      part: target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(of), target),
    }));
}

function partOf(zip: ZipParts, part: string) {
  if (!zip.has(part)) throw sheetProblem('spreadsheet-broken');
  return zip.read(part);
}

function isTrue(said: string | undefined): boolean {
  return said === '1' || said === 'true';
}
