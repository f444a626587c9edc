import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Door } from '../access/door.js';
import { Jobs } from '../jobs/jobs.js';
import { ringNextClock } from './ring-clocks.js';

/** The job that rings the answering clocks; it wakes every minute, and when what they are set by was changed. */
export const ANSWERING = 'answering';

@Injectable()
export class AnsweringJobs implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly door: Door,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(ANSWERING, '* * * * *', (now, signal) => this.ring(now, signal));
  }

  /** Rings every clock that is over, each in a transaction of its own. */
  private async ring(now: Date, signal: AbortSignal): Promise<void> {
    const organizations = await this.source.query<{ id: string }[]>(
      'SELECT organizations_with_due_clocks($1) AS id',
      [now],
    );
    for (const { id } of organizations)
      while (!signal.aborted && (await this.door.asJobs(id, (tx) => ringNextClock(tx, id, now))));
  }
}
