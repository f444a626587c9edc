import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Door } from '../access/door.js';
import { Jobs } from '../jobs/jobs.js';

/** The job that tells coaches and supervisors 60, 30 and 7 days before a certification ends, and on the day. */
export const CERTIFICATIONS = 'certifications';

@Injectable()
export class CertificationsJobs implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly door: Door,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    // nine in the morning comes at another quarter of an hour in each zone
    this.jobs.every(CERTIFICATIONS, '*/15 * * * *', (now, signal) => this.tell(now, signal));
  }

  /** One organization in a transaction of its own. Told once whatever runs twice: each step is one row (`told_once`). */
  private async tell(now: Date, signal: AbortSignal): Promise<void> {
    const organizations = await this.source.query<{ id: string }[]>(
      'SELECT organizations_with_endings_to_tell($1) AS id',
      [now],
    );
    for (const { id } of organizations)
      if (!signal.aborted) await this.door.asJobs(id, (tx) => tx.query('SELECT tell_of_endings($1)', [now]));
  }
}
