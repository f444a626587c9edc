import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Door } from '../access/door.js';
import type { Asker } from '../access/standing-as.js';
import { Jobs } from '../jobs/jobs.js';
import { carry } from './carry.js';
import type { MoveStopped } from './move.dto.js';
import { forgetExpired, type MoveToWorkOn, stopMove, takeMove, tellDone } from './moves-under-way.queries.js';
import { MOVING_IN } from './moves.service.js';
import { Stopped, TakenOver } from './stopped.js';

/** Ours: after that a person is told that it did not work. A pass a minute. */
const MOST_TRIES = 3;

const DID_NOT_WORK: MoveStopped = {
  code: 'move-did-not-work',
  words: 'This did not work, several times. Nothing was brought in, and the file is kept. Try again later.',
};
const ASKER_GONE: MoveStopped = {
  code: 'move-asker-gone',
  words:
    'Whoever asked for this is no longer an administrator here. Nothing was brought in. Match the columns once more.',
};

/**
 * Tries files and brings them in, each in one transaction as the administrator who asked; how far it is stands in others.
 * A pass that was killed leaves no more than a half-told progress: the next begins that file anew.
 */
@Injectable()
export class WorkOnMoves implements OnModuleInit {
  private readonly log = new Logger('moving-in');

  constructor(
    private readonly source: DataSource,
    private readonly door: Door,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(MOVING_IN, '* * * * *', (now, signal) => this.pass(now, signal));
  }

  private async pass(now: Date, signal: AbortSignal): Promise<void> {
    const organizations = await this.source.query<{ id: string }[]>(
      'SELECT organizations_with_moves_to_see_to($1) AS id',
      [now],
    );
    for (const { id } of organizations) {
      await this.door.asJobs(id, (tx) => forgetExpired(tx, id, now));
      const seenTo: string[] = [];
      while (!signal.aborted) {
        const runId = randomUUID();
        const move = await this.door.asJobs(id, (tx) => takeMove(tx, id, runId, seenTo));
        if (!move) break;
        seenTo.push(move.id);
        await this.workOn(id, move, runId, signal);
      }
    }
  }

  private async workOn(
    organizationId: string,
    move: MoveToWorkOn,
    runId: string,
    signal: AbortSignal,
  ): Promise<void> {
    const stop = (stopped: MoveStopped): Promise<void> =>
      this.door.asJobs(organizationId, (tx) => stopMove(tx, organizationId, move.id, runId, stopped));
    if (move.try_count > MOST_TRIES) return stop(DID_NOT_WORK);
    const asker: Asker = {
      organizationId,
      accountId: move.asked_by,
      requestId: runId,
      role: 'administrator',
    };
    const tell = (done: number): Promise<void> =>
      this.door.asJobs(organizationId, (tx) => tellDone(tx, organizationId, move.id, runId, done));
    try {
      const carried = await this.door.asAsker(asker, (tx, actor) =>
        carry(tx, actor, move, { runId, signal, tell }),
      );
      if (carried === undefined) await stop(ASKER_GONE);
    } catch (error) {
      if (error instanceof TakenOver) return;
      if (error instanceof Stopped) return stop(error.stopped);
      // the next pass tries again; nothing of the file goes into the log
      this.log.warn(`A file could not be brought in (try ${move.try_count}): ${(error as Error).name}`);
    }
  }
}
