import { v7 as newId } from 'uuid';
import type { Device } from '../support/push-service.js';
import type { Person } from './staff.js';

/** This person has confirmed that mail to this address is theirs. */
export async function readsMail(
  { organization: { server, organizationId }, accountId }: Person,
  address: string,
): Promise<void> {
  await server.database.query(
    `INSERT INTO mail_addresses (organization_id, id, address, confirmed_at) VALUES ($1, $2, $3, $4)`,
    [organizationId, accountId, address, server.clock.now()],
  );
}

/** This person has opted in on this device. */
export async function carries(
  { organization: { server, organizationId }, accountId }: Person,
  { endpoint, publicKey, auth }: Device,
): Promise<void> {
  await server.database.query(
    `INSERT INTO push_subscriptions (organization_id, id, account_id, endpoint, public_key, auth, device, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'Chrome on Android', $7)`,
    [organizationId, newId(), accountId, endpoint, publicKey, auth, server.clock.now()],
  );
}

/** Has the sender told this person about something, once; answers its id. */
export async function told(
  { organization: { server, organizationId }, accountId }: Person,
  { kind = 'urgent', subjectId = newId(), step = 'supervisor' } = {},
): Promise<string> {
  await server.database.query('BEGIN');
  await server.database.query(`SELECT set_config('app.organization_id', $1, true)`, [organizationId]);
  await server.database.query('SELECT queue_message($1, $2, $3, $4, $5)', [
    accountId,
    kind,
    subjectId,
    step,
    server.clock.now(),
  ]);
  await server.database.query('COMMIT');
  return subjectId;
}
