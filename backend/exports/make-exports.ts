import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Door } from '../access/door.js';
import { Jobs } from '../jobs/jobs.js';
import { forgetExports, giveUpExport, takeExport } from './exports-under-way.queries.js';
import { CalledOff, writeExport } from './write-export.js';

/** The job that writes exports and forgets those whose time is over; a request wakes it. */
export const EXPORTS = 'exports';

/** Ours: after that whoever asked is told that it did not work. A pass a minute. */
const MOST_TRIES = 3;

/**
 * Writes files one after the other, each as whoever asked. A pass that was killed leaves parts that no page shows: the
 * next begins that file anew, and forgets them.
 */
@Injectable()
export class MakeExports implements OnModuleInit {
  private readonly log = new Logger('exports');

  constructor(
    private readonly source: DataSource,
    private readonly door: Door,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EXPORTS, '* * * * *', (now, signal) => this.pass(now, signal));
  }

  private async pass(now: Date, signal: AbortSignal): Promise<void> {
    const organizations = await this.source.query<{ id: string }[]>(
      'SELECT organizations_with_exports_to_see_to($1) AS id',
      [now],
    );
    for (const { id } of organizations) {
      await this.door.asJobs(id, (tx) => forgetExports(tx, now));
      const seenTo: string[] = [];
      while (!signal.aborted) {
        const runId = randomUUID();
        const toMake = await this.door.asJobs(id, (tx) => takeExport(tx, id, runId, seenTo));
        if (!toMake) break;
        seenTo.push(toMake.id);
        if (toMake.try_count > MOST_TRIES)
          await this.door.asJobs(id, (tx) => giveUpExport(tx, id, toMake.id));
        else
          await writeExport(this.door, { organizationId: id, toMake, runId, signal }).catch(
            (error: unknown) => {
              if (error instanceof CalledOff) return;
              // the next pass tries again; nothing of the file goes into the log
              this.log.warn(
                `An export could not be made (try ${toMake.try_count}): ${(error as Error).name}`,
              );
            },
          );
      }
    }
  }
}
