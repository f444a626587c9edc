import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, Door } from '../access/door.js';
import type { Language } from '../access/roles.js';
import { Jobs } from '../jobs/jobs.js';
import { ownParticipantId } from '../participants/own-participant.queries.js';
import {
  type CopyToMake,
  deleteCopies,
  finishCopy,
  giveUpCopy,
  takeCopy,
  tellProgress,
} from './copies-under-way.queries.js';
import { dataOf, documentOf, type Gathered } from './document.js';
import { PARTS } from './parts.js';
import { speakerOf } from './speaker.js';

/** The job that makes copies and lets go of those whose time is over; a request wakes it. */
export const RECORD_COPIES = 'record-copies';

/** Ours: long enough to come back for it on a borrowed phone, short enough for so much in one file. */
const KEPT_DAYS = 7;
/** Ours: after that its owner is told that it did not work. A pass a minute. */
const MOST_TRIES = 3;
/** What is left is put together and stored. */
const GATHERED_PERCENT = 95;

const zip = promisify(gzip);

/**
 * Makes copies: gathers part by part as the participant, under their own role and policies, so that nothing staff keep
 * can be in one. Each part is a transaction of its own, which is how the progress shows while the next is read. A pass
 * that was killed leaves no more than a half-told progress: the next begins that copy anew.
 */
@Injectable()
export class MakeCopies implements OnModuleInit {
  private readonly log = new Logger('record-copies');

  constructor(
    private readonly source: DataSource,
    private readonly door: Door,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(RECORD_COPIES, '* * * * *', (now, signal) => this.pass(now, signal));
  }

  private async pass(now: Date, signal: AbortSignal): Promise<void> {
    const organizations = await this.source.query<{ id: string }[]>(
      'SELECT organizations_with_copies_to_see_to($1) AS id',
      [now],
    );
    for (const { id } of organizations) {
      await this.door.asJobs(id, (tx) => deleteCopies(tx, id, now, null));
      const seenTo: string[] = [];
      while (!signal.aborted) {
        const runId = randomUUID();
        const copy = await this.door.asJobs(id, (tx) => takeCopy(tx, id, runId, seenTo));
        if (!copy) break;
        seenTo.push(copy.id);
        await this.make(id, copy, runId, signal);
      }
    }
  }

  private async make(
    organizationId: string,
    copy: CopyToMake,
    runId: string,
    signal: AbortSignal,
  ): Promise<void> {
    if (copy.try_count > MOST_TRIES) {
      await this.door.asJobs(organizationId, (tx) => giveUpCopy(tx, organizationId, copy.id));
      return;
    }
    try {
      const made = await this.gather(organizationId, copy, runId, signal);
      if (made === 'nobody there')
        await this.door.asJobs(organizationId, (tx, { now }) =>
          deleteCopies(tx, organizationId, now, copy.id),
        );
    } catch (error) {
      // the next pass tries again; nothing of the record goes into the log
      this.log.warn(`A copy could not be made (try ${copy.try_count}): ${(error as Error).name}`);
    }
  }

  private async gather(
    organizationId: string,
    copy: CopyToMake,
    runId: string,
    signal: AbortSignal,
  ): Promise<'made' | 'left' | 'nobody there'> {
    const owner = { organizationId, accountId: copy.account_id, requestId: copy.id };
    const gathered: Gathered[] = [];
    for (const [index, part] of PARTS.entries()) {
      if (signal.aborted) return 'left';
      const progress = Math.round(((index + 1) / PARTS.length) * GATHERED_PERCENT);
      const next = PARTS[index + 1]?.name ?? null;
      const read = await this.door.asParticipant(owner, async (tx, actor) => {
        const rows = await part.gather(tx, actor, (await ownParticipantId(tx, actor)) ?? '');
        return { rows, isOurs: await tellProgress(tx, actor, copy.id, runId, progress, next) };
      });
      if (!read) return 'nobody there';
      if (!read.isOurs) return 'left';
      gathered.push({ part, rows: read.rows });
    }
    const finished = await this.door.asParticipant(owner, (tx, actor) =>
      putTogether(tx, actor, copy.id, runId, gathered),
    );
    return finished ? 'made' : 'left';
  }
}

async function putTogether(
  tx: EntityManager,
  actor: Actor,
  copyId: string,
  runId: string,
  gathered: Gathered[],
): Promise<boolean> {
  const [row] = await tx.query<{ language: Language; organization: string; participant_id: string }[]>(
    `SELECT c.language, coalesce(nullif(o.neutral_name, ''), o.name) AS organization, c.participant_id FROM record_copies c
       JOIN organizations o ON o.id = c.organization_id WHERE c.organization_id = $1 AND c.id = $2`,
    [actor.organizationId, copyId],
  );
  if (!row) return false;
  const about = { madeAt: actor.now, organization: row.organization };
  const files = {
    html: await zip(documentOf(gathered, about, speakerOf(row.language, actor.timeZone))),
    json: await zip(dataOf(gathered, about)),
  };
  const expiresAt = new Date(actor.now.getTime() + KEPT_DAYS * 24 * 60 * 60 * 1000);
  const isFinished = await finishCopy(tx, actor, copyId, runId, files, expiresAt);
  if (isFinished)
    actor.record({ action: 'record-copy.made', participantId: row.participant_id, subjectId: copyId });
  return isFinished;
}
