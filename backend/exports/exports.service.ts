import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import type { AskForExport, Export, Exports } from './export.dto.js';
import {
  deleteExport,
  type ExportRow,
  exportView,
  insertExport,
  markTaken,
  newestExports,
  ownExport,
  partOf,
  sameUnderWay,
  underWayCount,
  wantedOf,
} from './exports.queries.js';
import { TYPES, unpacked } from './file-of-rows.js';
import { KINDS } from './kinds.js';
import { EXPORTS } from './make-exports.js';
import { nameInTrail } from './named-in-trail.js';

/** Ours: more of one person at once would only keep others waiting. */
const MOST_UNDER_WAY = 5;

export interface Taken {
  fileName: string;
  type: string;
  byteCount: number;
  parts: AsyncGenerator<Buffer>;
}

/** Files that are written while whoever asked goes on working. */
@Injectable()
export class ExportsService {
  constructor(private readonly door: Door) {}

  /**
   * Asks for a file. Sent again it is the same one; and while exactly the same is being written, that is the answer.
   *
   * @throws Problem 403 for a kind that is not for one's role, 404, 409 for an id that is taken or too many at once, 422
   */
  ask(caller: Caller, asked: AskForExport): Promise<Export> {
    const { exportId, ...what } = asked;
    const hash = requestHash(what);
    return this.door.asActor(caller, async (tx, actor) => {
      const kind = KINDS[asked.kind];
      if (!kind.roles.includes(actor.role))
        throw new Problem(403, 'role-not-allowed', `This is not open to a ${actor.role}.`);
      const sentBefore = await ownExport(tx, actor, exportId);
      if (sentBefore && !sentBefore.request_hash.equals(hash))
        throw new Problem(409, 'export-id-taken', 'This id already stands for another file. Ask once more.');
      const known = sentBefore ?? (await sameUnderWay(tx, actor, hash));
      if (known) return exportView(known);
      if ((await underWayCount(tx, actor)) >= MOST_UNDER_WAY)
        throw new Problem(
          409,
          'exports-too-many',
          `${MOST_UNDER_WAY} files of yours are still being prepared. Ask again when one of them is ready.`,
        );
      const wanted = await kind.settle(tx, actor, what);
      if (await insertExport(tx, actor, asked, wanted, hash)) {
        await tx.query(`SELECT pg_notify('alongside_jobs', $1)`, [EXPORTS]);
        actor.record({ action: 'export.asked', subjectId: exportId });
      }
      const inserted = (await ownExport(tx, actor, exportId)) ?? (await sameUnderWay(tx, actor, hash));
      return exportView(found(inserted, 'export'));
    });
  }

  list(caller: Caller): Promise<Exports> {
    return this.door.asActor(caller, async (tx, actor) => ({ items: await newestExports(tx, actor) }));
  }

  one(caller: Caller, exportId: string): Promise<Export> {
    return this.door.asActor(caller, async (tx, actor) => {
      if (!isId(exportId)) throw notFound('export');
      return exportView(found(await ownExport(tx, actor, exportId), 'export'));
    });
  }

  /**
   * The file, part by part, each in a trip of its own: whoever takes long holds nothing up, and who signs out on the way
   * gets no more.
   *
   * @throws Problem 404 for another's, one that is not ready, and one whose time is over
   */
  async take(caller: Caller, exportId: string): Promise<Taken> {
    const row = await this.door.asActor(caller, async (tx, actor) => {
      const own = isId(exportId) ? await ownExport(tx, actor, exportId) : undefined;
      if (own?.state !== 'ready') throw notFound('export');
      await KINDS[own.kind].taken?.(tx, actor, wantedOf(own));
      nameInTrail(actor, 'export.taken', exportId, await markTaken(tx, actor, exportId));
      return own;
    });
    const { kind, format } = row;
    return {
      fileName: `${KINDS[kind].fileName(wantedOf(row))}.${format}`,
      type: TYPES[format],
      byteCount: Number(row.byte_count),
      parts: this.parts(caller, row),
    };
  }

  /** Calls it off where it is being written, and lets go of the file where it is there. */
  forget(caller: Caller, exportId: string): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      if (!isId(exportId)) throw notFound('export');
      found(await ownExport(tx, actor, exportId), 'export');
      await deleteExport(tx, actor, exportId);
      actor.record({ action: 'export.forgotten', subjectId: exportId });
    });
  }

  private async *parts(
    caller: Caller,
    { id, format }: Pick<ExportRow, 'id' | 'format'>,
  ): AsyncGenerator<Buffer> {
    const next = (part: number): Promise<Buffer | undefined> =>
      this.door.asActor(caller, (tx, actor) => partOf(tx, actor, id, part));
    for (let part = 0; ; part += 1) {
      const body = await next(part);
      if (!body) return;
      yield await unpacked(format, body);
    }
  }
}
