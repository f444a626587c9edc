import { SaxesParser } from 'saxes';
import { sheetProblem } from './sheet-problems.js';

/** So many letters without a tag are no spreadsheet: the longest cell there can be is a fifth of this. */
const MOST_WITHOUT_A_TAG = 1024 * 1024;
/** Elements of a part that is kept whole; a workbook with ten thousand styles has a tenth of them. */
const MOST_ELEMENTS = 300_000;

export interface XmlElement {
  /** Without its prefix. */
  name: string;
  attributes: Record<string, string>;
}

export interface XmlHandlers {
  open(element: XmlElement): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads XML as it comes and pauses after each piece, so that whoever consumes what came of it sets the pace. Entities
 * that a file declares for itself are not known here, so none of them grows.
 * @throws Problem `spreadsheet-broken`
 */
export async function* throughXml(pieces: AsyncIterable<Buffer>, to: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  let withoutTag = 0;
  parser.on('opentag', (tag) => {
    withoutTag = 0;
    to.open({ name: withoutPrefix(tag.name), attributes: tag.attributes });
  });
  parser.on('closetag', (tag) => {
    withoutTag = 0;
    to.close?.(withoutPrefix(tag.name));
  });
  parser.on('text', (text) => to.text?.(text));
  parser.on('cdata', (text) => to.text?.(text));
  for await (const piece of pieces) {
    withoutTag += piece.length;
    saying(() => parser.write(decoder.decode(piece, { stream: true })));
    if (withoutTag > MOST_WITHOUT_A_TAG) throw sheetProblem('spreadsheet-broken');
    yield;
  }
  saying(() => parser.write(decoder.decode()).close());
  yield;
}

/** All elements of a small part, in order, each with the name of the one around it. */
export async function elementsOf(
  pieces: AsyncIterable<Buffer>,
): Promise<(XmlElement & { within: string })[]> {
  const found: (XmlElement & { within: string })[] = [];
  const around = [''];
  const handlers: XmlHandlers = {
    open(element) {
      if (found.length === MOST_ELEMENTS) throw sheetProblem('spreadsheet-unpacks-too-far');
      found.push({ ...element, within: around.at(-1)! });
      around.push(element.name);
    },
    close: () => void around.pop(),
  };
  for await (const _ of throughXml(pieces, handlers));
  return found;
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The parser throws plain errors: a broken file. Whatever else is thrown goes on as it is. */
function saying(write: () => unknown): void {
  try {
    write();
  } catch (thrown) {
    throw (thrown as Error).constructor === Error ? sheetProblem('spreadsheet-broken') : thrown;
  }
}
