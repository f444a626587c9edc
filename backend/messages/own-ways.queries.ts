import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { deliveriesOf } from './deliveries.queries.js';
import type { OwnDevice, OwnWays } from './own-ways.dto.js';

interface MailRow {
  address: string;
  confirmed_at: Date | null;
}

const DAY_MS = 24 * 60 * 60_000;

/** How the person who asks is reached, and what became of the last code and the last test. */
export async function ownWays(
  tx: EntityManager,
  { accountId, now }: Actor,
): Promise<Omit<OwnWays, 'pushKey'>> {
  const [[mail], devices, told] = await Promise.all([
    tx.query<MailRow[]>('SELECT address, confirmed_at FROM mail_addresses WHERE id = $1', [accountId]),
    tx.query<OwnDevice[]>(
      `SELECT id AS "deviceId", device AS name, made_at AS "addedAt" FROM push_subscriptions
        WHERE account_id = $1 ORDER BY made_at`,
      [accountId],
    ),
    deliveriesOf(tx, [accountId]),
  ]);
  const last = (kind: string): (typeof told)[number] | undefined =>
    told.findLast((each) => each.kind === kind);
  const test = last('test');
  return {
    mail: {
      isSetUp: false,
      address: mail?.address ?? null,
      isConfirmed: Boolean(mail?.confirmed_at),
      code: (mail && !mail.confirmed_at && last('mail code')?.deliveries[0]) || null,
    },
    devices,
    test:
      test && now.getTime() - test.toldAt.getTime() < DAY_MS
        ? { sentAt: test.toldAt, deliveries: test.deliveries }
        : null,
  };
}
