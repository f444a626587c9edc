import { makeSample } from '../../backend/sample/make-sample.js';
import { beside, cloneOf } from './database.js';
import { TEMPLATE } from './database-names.js';

const FILLED = 'template_sample';
const MAKING_LOCK = 1;

/**
 * The name of a database that holds the sample organizations: filled by the test file of a run that asks first, and
 * only ever copied. Filling one takes longer than all else that a server does before it is ready.
 */
export function sampleTemplate(): Promise<string> {
  return beside(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [MAKING_LOCK]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [FILLED]);
    if (rowCount === 0) {
      const { migration } = await cloneOf(TEMPLATE, 'sample_in_the_making');
      await makeSample(migration, new Date());
      await client.query(`ALTER DATABASE sample_in_the_making RENAME TO ${FILLED}`);
    }
    return FILLED;
  });
}
