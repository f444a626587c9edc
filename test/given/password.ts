import { hashPassword } from '../../backend/access/passwords.js';
import type { Person } from './staff.js';

export const PASSWORD = 'seven quiet herons at dawn';
let hash: Promise<string> | undefined;

/** The same password for whoever a test gives one: hashing is dear on purpose, so it is hashed once. */
export async function withPassword({ organization, accountId }: Person): Promise<void> {
  hash ??= hashPassword(PASSWORD);
  const { server, organizationId } = organization;
  await server.database.query(
    'INSERT INTO passwords (organization_id, account_id, hash, set_at) VALUES ($1, $2, $3, $4)',
    [organizationId, accountId, await hash, server.clock.now()],
  );
}
