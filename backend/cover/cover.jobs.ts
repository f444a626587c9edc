import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Door } from '../access/door.js';
import { Jobs } from '../jobs/jobs.js';

/** The job that tells of covers that begin and are over. Reach needs no job: it follows the day by itself. */
export const COVERS = 'covers';

@Injectable()
export class CoverJobs implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly door: Door,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    // midnight comes at another minute in each zone
    this.jobs.every(COVERS, '* * * * *', (now, signal) => this.tell(now, signal));
  }

  /** One cover in a transaction of its own: told with its mark, or not at all. */
  private async tell(now: Date, signal: AbortSignal): Promise<void> {
    const organizations = await this.source.query<{ id: string }[]>(
      'SELECT organizations_with_covers_to_tell($1) AS id',
      [now],
    );
    for (const { id } of organizations)
      while (!signal.aborted && (await this.door.asJobs(id, (tx) => this.tellNext(tx, now))));
  }

  private async tellNext(tx: Pick<DataSource, 'query'>, now: Date): Promise<boolean> {
    const [row] = await tx.query<{ told: boolean }[]>('SELECT settle_next_cover($1) AS told', [now]);
    return row?.told ?? false;
  }
}
