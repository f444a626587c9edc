import type { QueryRunner } from 'typeorm';
import { PreparingClient } from '../database/preparing-client.js';
import type { Role } from './roles.js';

/** From here on statements have the plans of this role. */
export function actAs(connection: unknown, role: Role | 'jobs' | 'keeper' | ''): void {
  if (connection instanceof PreparingClient) connection.actingRole = role;
}

/** So that TypeORM neither begins nor commits by itself: the role would fall away. */
export function markInTransaction(runner: QueryRunner, isIn: boolean): void {
  Object.assign(runner, { isTransactionActive: isIn, transactionDepth: isIn ? 1 : 0 });
}

/**
 * Of several queries asked together one may fail while the others are still on their way. They must not arrive after
 * the rollback, where they would land in somebody else's transaction.
 *
 * @returns waits for what is on its way, and lets nothing more out
 */
export function watchQueries(runner: QueryRunner): () => Promise<void> {
  const onTheirWay = new Set<Promise<unknown>>();
  const query = runner.query.bind(runner) as (...asked: unknown[]) => Promise<unknown>;
  let isOver = false;
  const watched = (...asked: unknown[]): Promise<unknown> => {
    if (isOver) return Promise.reject(new Error('The transaction is over.'));
    const answer = query(...asked);
    const arrived = (): boolean => onTheirWay.delete(answer);
    onTheirWay.add(answer);
    answer.then(arrived, arrived);
    return answer;
  };
  Object.assign(runner, { query: watched });
  return async () => {
    isOver = true;
    await Promise.allSettled(onTheirWay);
  };
}
