import pg from 'pg';
import { hashPassword } from '../access/passwords.js';
import { storeAllStandings } from '../standing/all-standings.store.js';
import { closeRecords } from './death-rows.js';
import { readAlong } from './feedback-rows.js';
import { harbor } from './harbor.js';
import { type SampleOrganization, sampleRows } from './sample-organization.js';
import { summit } from './summit.js';

/** Every sample person who has an account may also sign in with this; it opens nothing but sample organizations. */
export const SAMPLE_PASSWORD = 'harbor-sample-lantern';

/** Two starts at the same time on one empty database make one sample. */
const SAMPLE_LOCK = 4_206_989;

/**
 * Fills an empty database with the two sample organizations, the same every time, with days relative to `now` in each
 * organization's zone. Does nothing in a database that holds an organization.
 *
 * @param databaseUrl the migrating login's, of a database that is migrated
 */
export async function makeSample(databaseUrl: string, now: Date): Promise<void> {
  const owner = new pg.Client({ connectionString: databaseUrl, options: '-c role=caseload_owner' });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    await owner.query('SELECT pg_advisory_xact_lock($1)', [SAMPLE_LOCK]);
    const { rows } = await owner.query<{ here: boolean }>('SELECT organization_is_here() AS here');
    if (!rows[0]?.here) {
      const passwordHash = await hashPassword(SAMPLE_PASSWORD);
      for (const organization of [harbor, summit]) await insert(owner, organization, passwordHash, now);
    }
    await owner.query('COMMIT');
  } finally {
    await owner.end();
  }
}

async function insert(
  owner: pg.ClientBase,
  organization: SampleOrganization,
  passwordHash: string,
  now: Date,
): Promise<void> {
  const { organizationId, rows } = sampleRows(organization, now);
  for (const { id, activated_at } of rows.of('accounts'))
    if (activated_at) rows.add('passwords', { account_id: id, hash: passwordHash, set_at: activated_at });
  await rows.insert(owner);
  await readAlong(owner, organizationId, now);
  await closeRecords(owner, organizationId);
  await storeAllStandings(owner, organizationId);
}
