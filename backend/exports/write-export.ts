import type { Door } from '../access/door.js';
import type { Asker } from '../access/standing-as.js';
import { type ExportToMake, finishExport, keepPart } from './exports-under-way.queries.js';
import { wantedOf } from './exports.queries.js';
import type { RowsToWrite } from './export-kind.js';
import { type PackedPart, partsOf } from './file-of-rows.js';
import { KINDS } from './kinds.js';
import { nameInTrail } from './named-in-trail.js';
import type { Cell } from '../http/csv.rules.js';

/** Ours: what is asked for on a Friday is still there on Tuesday, and no file about so many people lies there longer. */
const KEPT_DAYS = 4;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How often a page can see how far it is, where no part is whole yet. */
const TOLD_EVERY_ROWS = 10_000;

/** Thrown where nobody wants the file any more, another pass writes it, or the server stops: nobody is told. */
export class CalledOff extends Error {}

export interface ToWrite {
  organizationId: string;
  toMake: ExportToMake;
  runId: string;
  signal: AbortSignal;
}

/**
 * Writes one file as whoever asked: reads in one transaction, and keeps each part in one of its own, so that the progress
 * shows, calling it off waits for nobody, and each part asks anew whether they still hold the role.
 *
 * @throws CalledOff
 */
export async function writeExport(
  door: Door,
  { organizationId, toMake, runId, signal }: ToWrite,
): Promise<void> {
  const { id: exportId, account_id: accountId, role, format } = toMake;
  const asker: Asker = { organizationId, accountId, requestId: exportId, role };
  const run = { exportId, runId };
  const people = new Set<string>();
  let doneCount = 0;
  let byteCount = 0;
  let toldCount = 0;
  let part = 0;

  const keep = async (rowCount: number, packed: PackedPart | null): Promise<void> => {
    const next = packed && { part: part++, body: packed.body };
    byteCount += packed?.byteCount ?? 0;
    toldCount = doneCount;
    const isOurs =
      !signal.aborted &&
      (await door.asAsker(asker, (tx, actor) => keepPart(tx, actor, run, { doneCount, rowCount }, next)));
    if (!isOurs) throw new CalledOff();
  };
  async function* counted({ above, rowCount, batches }: RowsToWrite): AsyncGenerator<Cell[][]> {
    if (above.length > 0) yield above;
    for await (const { rows, participantIds } of batches) {
      yield rows;
      doneCount += rows.length;
      for (const id of participantIds) people.add(id);
      if (doneCount - toldCount >= TOLD_EVERY_ROWS) await keep(rowCount, null);
    }
  }

  const rowCount = await door.asAsker(asker, async (tx, actor) => {
    const rows = await KINDS[toMake.kind].open(tx, actor, wantedOf(toMake));
    await keep(rows.rowCount, null);
    for await (const packed of partsOf(format, counted(rows))) await keep(rows.rowCount, packed);
    return rows.rowCount;
  });
  if (rowCount === undefined) throw new CalledOff();
  const participantIds = [...people];
  const finished = await door.asAsker(asker, async (tx, actor) => {
    const expiresAt = new Date(actor.now.getTime() + KEPT_DAYS * DAY_MS);
    const isOurs = await finishExport(tx, actor, run, { rowCount, byteCount, participantIds, expiresAt });
    if (isOurs) nameInTrail(actor, 'export.made', exportId, participantIds);
    return isOurs;
  });
  if (!finished) throw new CalledOff();
}
