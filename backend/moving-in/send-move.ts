import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { Problem } from '../http/problem.js';
import type { MoveColumn, MoveSent } from './move.dto.js';
import { type MoveRecord, moveInReach, rememberedMatching } from './moves.queries.js';
import { stageRows } from './move-rows.queries.js';
import { type DaysSeen, seeDay, suggestedOrder } from './reading/day-order.rules.js';
import { DAY_FIELDS } from './reading/fields.js';
import { guessColumns } from './reading/guess-columns.rules.js';
import { openSheet } from './reading/open-sheet.js';
import type { OpenSheet, SheetRow } from './reading/sheet.js';

/** Ours: time to mend a file with the people it is about, and no longer. */
export const KEPT_DAYS = 7;
const AT_A_TIME = 1_000;
const SAMPLES = 3;
const SAMPLE_CHARACTERS = 120;

/** The file on its way to the reader, with its hash and size once it has passed. */
export function weighed(bytes: AsyncIterable<Uint8Array>): {
  bytes: AsyncIterable<Uint8Array>;
  byteCount(): number;
  sha256(): Buffer;
} {
  const hash = createHash('sha256');
  let count = 0;
  async function* passing(): AsyncGenerator<Uint8Array> {
    for await (const part of bytes) {
      hash.update(part);
      count += part.length;
      yield part;
    }
  }
  let digest: Buffer | undefined;
  return { bytes: passing(), byteCount: () => count, sha256: () => (digest ??= hash.digest()) };
}

export interface ReadFile {
  sheet: OpenSheet;
  byteCount: number;
  sha256: Buffer;
}

/** @throws Problem 413 for a file that is too big, 422 with what is wrong with it and what to do */
export async function readFile(
  bytes: AsyncIterable<Uint8Array>,
  sheetName: string | undefined,
): Promise<ReadFile> {
  const file = weighed(bytes);
  const sheet = await openSheet(file.bytes, { sheetName });
  return { sheet, byteCount: file.byteCount(), sha256: file.sha256() };
}

/**
 * Stages a file row by row; only what is kept of a few rows is held meanwhile.
 * @throws Problem 422 where it turns out broken on the way; 409 where another file came under this id at this moment
 */
export async function stage(
  tx: EntityManager,
  actor: Actor,
  moveId: string,
  sent: MoveSent,
  { sheet, byteCount, sha256 }: ReadFile,
): Promise<MoveRecord> {
  const guesses = guessColumns(sheet.columns, sent.kind, await rememberedMatching(tx, actor, sent.kind));
  const columns: MoveColumn[] = sheet.columns.map(({ index, letter, name }, i) => ({
    index,
    letter,
    name,
    samples: [],
    guess: guesses[i]!.field,
    isRemembered: guesses[i]!.isRemembered,
    field: null,
  }));
  const inserted = await tx.query<unknown[]>(
    `INSERT INTO moves (organization_id, id, kind, file_name, byte_count, sha256, sheet_asked, told, columns, row_count,
       days, day_order, asked_by, sent_by, sent_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '[]', 0, '{}', 'month first', $9, $9, $10, $11)
     ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      ...[actor.organizationId, moveId, sent.kind, sent.fileName, byteCount, sha256, sent.sheetName ?? null],
      ...[JSON.stringify(sheet.told), actor.accountId, actor.now],
      new Date(actor.now.getTime() + KEPT_DAYS * 24 * 60 * 60 * 1000),
    ],
  );
  if (inserted.length === 0) throw alreadySent();
  const days: DaysSeen = { monthFirst: 0, dayFirst: 0, either: 0 };
  let rowCount = 0;
  for await (const rows of inPieces(sheet.rows)) {
    rowCount += rows.length;
    for (const row of rows) look(row, columns, days, actor.today);
    await stageRows(tx, actor, moveId, rows);
  }
  await tx.query(
    `UPDATE moves SET columns = $3, row_count = $4, days = $5, day_order = $6 WHERE organization_id = $1 AND id = $2`,
    [
      ...[actor.organizationId, moveId, JSON.stringify(columns), rowCount, JSON.stringify(days)],
      suggestedOrder(days),
    ],
  );
  actor.record({ action: 'move.sent', subjectId: moveId, why: sentAs(sent, byteCount, sha256, rowCount) });
  return moveInReach(tx, actor, moveId);
}

export function alreadySent(): Problem {
  return new Problem(
    409,
    'move-already-sent',
    'Another file was sent under this id. Reload the page and send this one anew.',
  );
}

/** What the trail keeps of a file: never what it holds. */
function sentAs({ kind, fileName }: MoveSent, bytes: number, sha256: Buffer, rows: number): string {
  return `${kind}: ${fileName}, ${rows} rows, ${bytes} bytes, sha256 ${sha256.toString('hex')}`;
}

function look({ cells }: SheetRow, columns: MoveColumn[], days: DaysSeen, today: string): void {
  for (const { index, samples, guess } of columns) {
    const cell = cells[index];
    if (!cell || cell.text === '') continue;
    const sample = [...cell.text.slice(0, 2 * SAMPLE_CHARACTERS)].slice(0, SAMPLE_CHARACTERS).join('');
    if (samples.length < SAMPLES && !samples.includes(sample)) samples.push(sample);
    if (guess && DAY_FIELDS.includes(guess))
      seeDay(days, cell, { is: guess === 'bornOn' ? 'birth' : 'event', today });
  }
}

async function* inPieces(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow[]> {
  let piece: SheetRow[] = [];
  for await (const row of rows) {
    piece.push(row);
    if (piece.length < AT_A_TIME) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
