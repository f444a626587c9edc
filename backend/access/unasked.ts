import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { type Clock, dayIn } from '../clock/clock.js';
import type { Role } from './roles.js';
import { actAs, markInTransaction, watchQueries } from './in-transaction.js';

/** What a job works with: one organization, its clock, and nobody's rights but its own. */
export interface Jobbing {
  organizationId: string;
  timeZone: string;
  now: Date;
  today: string;
}

/** Organization, account ('' for nobody's) and role. */
export type Opening = [organizationId: string, accountId: string, role: 'jobs' | Role];

const OPEN_UNASKED = `SELECT set_config('app.organization_id', $1, true), set_config('app.account_id', $2, true),
  set_config('app.today', coalesce(organization_day($1::uuid, $4)::text, ''), true), set_config('role', $3, true)`;

/** What nobody asks for at this moment: transaction, role and settings, work, commit. Only the door calls it. */
export async function unasked<T>(
  source: DataSource,
  clock: Clock,
  [organizationId, accountId, role]: Opening,
  use: (tx: EntityManager, jobbing: Jobbing) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner();
  const connection = (await runner.connect()) as PoolClient;
  markInTransaction(runner, true);
  const settle = watchQueries(runner);
  try {
    const now = clock.now();
    actAs(connection, '');
    const opening = [organizationId, accountId, `caseload_${role}`, now];
    await Promise.all([connection.query('BEGIN'), connection.query(OPEN_UNASKED, opening)]);
    actAs(connection, role);
    const [organization] = await runner.manager.query<{ time_zone: string }[]>(
      'SELECT time_zone FROM organizations WHERE id = $1',
      [organizationId],
    );
    const timeZone = organization?.time_zone ?? 'UTC';
    const result = await use(runner.manager, {
      organizationId,
      timeZone,
      now,
      today: dayIn(timeZone, now),
    });
    const { command } = await connection.query('COMMIT');
    markInTransaction(runner, false);
    if (command !== 'COMMIT') throw new Error('The transaction was in error and was rolled back.');
    return result;
  } catch (error) {
    await settle();
    if (runner.isTransactionActive) await connection.query('ROLLBACK');
    markInTransaction(runner, false);
    throw error;
  } finally {
    actAs(connection, '');
    await runner.release();
  }
}
