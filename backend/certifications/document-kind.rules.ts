/** What may be kept: what people scan to, and what a phone makes of a page. */
export const MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** At most ten megabytes: a scan of some pages. */
export const MOST_BYTES = 10 * 1024 * 1024;

export type DocumentRefusal =
  | 'document-empty'
  | 'document-is-a-web-page'
  | 'document-is-an-svg'
  | 'document-is-a-script'
  | 'document-is-a-program'
  | 'document-kind-unknown';

/** What a web page, an SVG or a script can hide behind: a byte order mark, spaces, declarations and comments. */
const LOOKED_AT_BYTES = 4096;

const PICTURES_AND_PDF: [MediaType, number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** Windows, Linux, macOS. */
const PROGRAMS = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
];

/** Told by the first bytes alone: a name and a claimed type say what somebody wants it to be. */
export function documentKind(content: Buffer): { mediaType: MediaType } | { refused: DocumentRefusal } {
  if (content.length === 0) return { refused: 'document-empty' };
  for (const [mediaType, begins] of PICTURES_AND_PDF) if (beginsWith(content, begins)) return { mediaType };
  if (PROGRAMS.some((begins) => beginsWith(content, begins))) return { refused: 'document-is-a-program' };
  const words = wordsOf(content.subarray(0, LOOKED_AT_BYTES));
  if (words.trim() === '') return { refused: 'document-empty' };
  if (/<svg[\s>/]/.test(words)) return { refused: 'document-is-an-svg' };
  if (/^\s*(#!|<\?php|<script[\s>])/.test(words)) return { refused: 'document-is-a-script' };
  if (/<(!doctype html|html|head|body|script|iframe|meta)[\s>]/.test(words))
    return { refused: 'document-is-a-web-page' };
  return { refused: 'document-kind-unknown' };
}

function beginsWith(content: Buffer, begins: number[]): boolean {
  return begins.every((byte, place) => content[place] === byte);
}

/** As a browser might read them; in UTF-16 every other byte is nothing. */
function wordsOf(content: Buffer): string {
  return content
    .toString('latin1')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .toLowerCase();
}
