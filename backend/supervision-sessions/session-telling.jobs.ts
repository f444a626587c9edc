import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Door } from '../access/door.js';
import { Jobs } from '../jobs/jobs.js';

/** The job that tells both sides of a session that it comes near. */
export const SESSIONS_TO_TELL = 'supervision';

@Injectable()
export class SessionTellingJobs implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly door: Door,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(SESSIONS_TO_TELL, '* * * * *', (now, signal) => this.tell(now, signal));
  }

  /** One session in a transaction of its own: told with its mark, or not at all. */
  private async tell(now: Date, signal: AbortSignal): Promise<void> {
    const organizations = await this.source.query<{ id: string }[]>(
      'SELECT organizations_with_sessions_to_tell($1) AS id',
      [now],
    );
    for (const { id } of organizations)
      while (!signal.aborted && (await this.door.asJobs(id, (tx) => this.tellNext(tx, now))));
  }

  private async tellNext(tx: Pick<DataSource, 'query'>, now: Date): Promise<boolean> {
    const [row] = await tx.query<{ told: boolean }[]>('SELECT tell_next_session($1) AS told', [now]);
    return row?.told ?? false;
  }
}
