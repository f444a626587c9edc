import type { EntityManager } from 'typeorm';

/** So many rows on their way at once. */
const AT_A_TIME = 1_000;

export interface Cursor<Row> {
  rowCount: number;
  batches: AsyncGenerator<Row[]>;
}

/**
 * Reads what a statement finds piece by piece, all of one moment: the database keeps the rest. It is gone through once to
 * count, then from the beginning.
 *
 * @param statement one that ends in its order, so that it can be gone through twice
 */
export async function cursorOver<Row>(
  tx: EntityManager,
  statement: string,
  values: unknown[],
): Promise<Cursor<Row>> {
  // all of it is read, not the first rows soon
  await tx.query('SET LOCAL cursor_tuple_fraction = 1');
  // one file at a time is written, so its order may take some memory
  await tx.query(`SET LOCAL work_mem = '64MB'`);
  await tx.query(`DECLARE to_export SCROLL CURSOR FOR ${statement}`, values);
  const { affected = 0 } = await tx.queryRunner!.query('MOVE FORWARD ALL IN to_export', undefined, true);
  await tx.query('MOVE ABSOLUTE 0 IN to_export');
  return { rowCount: affected, batches: fetched(tx) };
}

/** The next rows are on their way while these are written. */
async function* fetched<Row>(tx: EntityManager): AsyncGenerator<Row[]> {
  const fetch = (): Promise<Row[]> => tx.query(`FETCH ${AT_A_TIME} FROM to_export`);
  for (let next = fetch(); ;) {
    const rows = await next;
    if (rows.length === 0) return;
    next = fetch();
    // an answer that nobody waits for any more fails for nobody
    next.catch(() => undefined);
    yield rows;
  }
}
