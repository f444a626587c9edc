export type FileKind = 'zip' | 'locked' | 'text' | 'other';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\u0005\u0006', 'latin1');
/** A compound file: an XLS of before 2007, or an XLSX with a password around it. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const UTF_16 = ['fffe', 'feff'];
/** What these begin with is text, and yet no table of cells. */
const OTHER_TEXT = /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*(?:<[!?a-z]|%PDF|\{\\rtf|\{\s*"|SQLite format)/i;
/** Control characters that no spreadsheet program writes; NUL is looked at apart, for UTF-16 is full of it. */
const NO_TEXT = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/;

/** What a file is by its first bytes; its name may say anything. */
export function fileKind(bytes: Buffer): FileKind {
  if (begins(bytes, ZIP) || begins(bytes, EMPTY_ZIP)) return 'zip';
  if (begins(bytes, COMPOUND)) return 'locked';
  const head = bytes.subarray(0, 4096);
  if (UTF_16.includes(head.subarray(0, 2).toString('hex')) || looksUtf16(head)) return 'text';
  const text = head.toString('latin1');
  return OTHER_TEXT.test(text) || NO_TEXT.test(text) || text.includes('\0') ? 'other' : 'text';
}

/** UTF-16 without a mark at its beginning: every other byte of plain letters is zero. */
export function looksUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]!++;
  const [even, odd] = zeros as [number, number];
  if (head.length < 8 || even + odd < head.length * 0.3) return null;
  if (odd > 20 * even) return 'utf-16le';
  return even > 20 * odd ? 'utf-16be' : null;
}

function begins(bytes: Buffer, signature: Buffer): boolean {
  return bytes.subarray(0, signature.length).equals(signature);
}
