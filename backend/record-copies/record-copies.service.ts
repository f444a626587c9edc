import { Injectable } from '@nestjs/common';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Caller } from '../access/caller.js';
import { Door, found } from '../access/door.js';
import { dayIn } from '../clock/clock.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import { ownParticipantId } from '../participants/own-participant.queries.js';
import { RECORD_COPIES } from './make-copies.js';
import { copiesOf, copyFile, insertCopy } from './record-copies.queries.js';
import { COPY_FORMATS, type RecordCopies, type RecordCopy } from './record-copy.dto.js';

const unzip = promisify(gunzip);

export interface Download {
  /** Says nothing about what is in it. */
  fileName: string;
  type: string;
  body: Buffer;
}

const TYPES = { html: 'text/html; charset=utf-8', json: 'application/json; charset=utf-8' };

/** Everything that is theirs, to take along. */
@Injectable()
export class RecordCopiesService {
  constructor(private readonly door: Door) {}

  /**
   * Asks for a copy. Sent again it is the same one; and while one is being made, that is the answer to any other.
   *
   * @throws Problem 404 when the id is another's.
   */
  ask(caller: Caller, copyId: string): Promise<RecordCopy> {
    return this.door.asActor(caller, async (tx, actor) => {
      const participantId = found(await ownParticipantId(tx, actor), 'participant');
      if (await insertCopy(tx, actor, participantId, copyId)) {
        await tx.query(`SELECT pg_notify('alongside_jobs', $1)`, [RECORD_COPIES]);
        actor.record({ action: 'record-copy.asked', participantId, subjectId: copyId });
      }
      const copies = await copiesOf(tx, actor, participantId);
      const isUnderWay = ({ state }: RecordCopy): boolean => state === 'waiting' || state === 'working';
      return found(copies.find((copy) => copy.copyId === copyId) ?? copies.find(isUnderWay), 'record-copy');
    });
  }

  list(caller: Caller): Promise<RecordCopies> {
    return this.door.asActor(caller, async (tx, actor) => {
      const participantId = found(await ownParticipantId(tx, actor), 'participant');
      return { items: await copiesOf(tx, actor, participantId) };
    });
  }

  /** @throws Problem 404 for another's, one not ready, one whose time is over, and a format there is not. */
  async download(caller: Caller, copyId: string, asked: string): Promise<Download> {
    const format = COPY_FORMATS.find((each) => each === asked);
    const { file, timeZone } = await this.door.asActor(caller, async (tx, actor) => {
      if (!isId(copyId) || !format) throw notFound('record-copy');
      const kept = found(await copyFile(tx, actor, copyId, format), 'record-copy');
      const participantId = await ownParticipantId(tx, actor);
      actor.record({ action: 'record-copy.downloaded', participantId, subjectId: copyId });
      return { file: kept, timeZone: actor.timeZone };
    });
    return {
      fileName: `my-copy-${dayIn(timeZone, file.made_at)}.${format}`,
      type: TYPES[format!],
      body: await unzip(file.body),
    };
  }
}
