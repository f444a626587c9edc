import type { Db, PgBoss, Queue } from 'pg-boss';
import { JOBS_SCHEMA } from '../database/jobs-schema.js';

/**
 * One pass runs and one more may wait behind it, whoever asked. A pass that fails is not tried again: the next minute
 * brings another. A process that dies in a pass is missed after 10 seconds.
 */
export const QUEUE = {
  policy: 'stately',
  retryLimit: 0,
  expireInSeconds: 10 * 60,
  heartbeatSeconds: 10,
  deleteAfterSeconds: 60 * 60,
  retentionSeconds: 60 * 60,
  notify: true,
} as const satisfies Omit<Queue, 'name'>;

/**
 * pg-boss on its schema as our migrating step made it: it changes nothing there, and has no right to.
 *
 * @param isServing with schedules, woken workers and the care for what has died; else only asked by hand
 */
export async function openQueues(
  db: Db,
  queues: Queue[],
  isServing: boolean,
  tell: (problem: unknown) => void,
): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    db,
    schema: JOBS_SCHEMA,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    supervise: isServing,
    schedule: isServing,
    useListenNotify: isServing,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: isServing ? 15 : 1,
    // jobs that wait for other jobs: there are none
    flowIntervalSeconds: 60 * 60,
  });
  boss.on('error', tell);
  boss.on('warning', ({ message }) => tell(message));
  await boss.start();
  for (const { name, ...options } of queues) {
    if (await boss.getQueue(name)) await boss.updateQueue(name, withoutPolicy(options));
    else await boss.createQueue(name, options);
  }
  return boss;
}

/** The policy of a queue is for its life. */
function withoutPolicy({ policy: _, ...options }: Omit<Queue, 'name'>): Omit<Queue, 'name' | 'policy'> {
  return options;
}
