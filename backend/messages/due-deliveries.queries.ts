import type { EntityManager } from 'typeorm';
import type { Language } from '../access/roles.js';

/** A delivery taken to be sent now. */
export interface DueDelivery {
  id: string;
  messageId: string;
  kind: string;
  madeAt: Date;
  tryCount: number;
  way: 'e-mail' | 'push';
  language: Language;
  isDisabled: boolean;
  /** Null when they took their address away meanwhile. */
  mail: { address: string; isConfirmed: boolean; code: string | null } | null;
  /** Null when the device was removed meanwhile. */
  device: { id: string; endpoint: string; publicKey: string; auth: string } | null;
}

/** What became of a try. */
export interface Outcome {
  id: string;
  tryCount: number;
  state: 'waiting' | 'delivered' | 'given up' | 'not needed';
  nextTryAt: Date | null;
  problem: string;
}

interface Row {
  id: string;
  message_id: string;
  kind: string;
  made_at: Date;
  attempt_count: number;
  way: DueDelivery['way'];
  language: Language;
  disabled_at: Date | null;
  address: string | null;
  is_confirmed: boolean;
  code: string | null;
  device_id: string | null;
  endpoint: string;
  public_key: string;
  auth: string;
}

/** The one kind that goes to participants; it goes where they say that mail is safe. */
const TO_PARTICIPANTS = 'new coach';

const MOST_AT_ONCE = 10;

const TAKE = `
  WITH due AS (
    SELECT d.id FROM message_deliveries d
     WHERE d.organization_id = $1 AND d.state = 'waiting' AND d.next_try_at <= $2
     ORDER BY d.next_try_at LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED),
  taken AS (
    UPDATE message_deliveries d SET attempt_count = d.attempt_count + 1, next_try_at = $3, problem = '' FROM due
     WHERE d.organization_id = $1 AND d.id = due.id
    RETURNING d.id, d.message_id, d.way, d.push_subscription_id, d.attempt_count, d.waited_until)
  SELECT t.id, t.message_id, t.way, t.attempt_count, m.kind,
         -- what waited for the end of quiet hours has its whole day from then on
         coalesce(t.waited_until, m.made_at) AS made_at, coalesce(p.language, a.language) AS language, a.disabled_at,
         coalesce(p.address, e.address) AS address, p.address IS NOT NULL OR e.confirmed_at IS NOT NULL AS is_confirmed, e.code, s.id AS device_id, s.endpoint, s.public_key, s.auth
    FROM taken t
    JOIN messages m ON m.organization_id = $1 AND m.id = t.message_id
    LEFT JOIN accounts a ON a.organization_id = $1 AND a.id = m.account_id
    LEFT JOIN mail_addresses e ON e.organization_id = $1 AND e.id = m.account_id AND m.kind <> '${TO_PARTICIPANTS}'
    -- jobs see no participant's account: their language, and where they allow mail now, are all they are told
    LEFT JOIN LATERAL mail_of_participant($1, m.account_id) p ON m.kind = '${TO_PARTICIPANTS}'
    LEFT JOIN push_subscriptions s ON s.organization_id = $1 AND s.id = t.push_subscription_id`;

/**
 * Takes what is due, for as long as the lease: nobody else takes it before. It is decided here, with the commit; a
 * process that dies afterwards leaves it to be taken again.
 */
export async function takeDue(
  tx: EntityManager,
  organizationId: string,
  now: Date,
  leaseUntil: Date,
): Promise<DueDelivery[]> {
  const rows = await tx.query<Row[]>(TAKE, [organizationId, now, leaseUntil]);
  return rows.map((row) => ({
    id: row.id,
    messageId: row.message_id,
    kind: row.kind,
    madeAt: row.made_at,
    tryCount: row.attempt_count,
    way: row.way,
    language: row.language,
    isDisabled: row.disabled_at !== null,
    mail:
      row.address === null ? null : { address: row.address, isConfirmed: row.is_confirmed, code: row.code },
    device:
      row.device_id === null
        ? null
        : { id: row.device_id, endpoint: row.endpoint, publicKey: row.public_key, auth: row.auth },
  }));
}

/** Writes what became of a try; of one that took longer than its lease only that it arrived. */
export async function settle(
  tx: EntityManager,
  organizationId: string,
  { id, tryCount, state, nextTryAt, problem }: Outcome,
  now: Date,
): Promise<void> {
  await tx.query(
    `UPDATE message_deliveries
        SET state = $4, problem = $6, next_try_at = coalesce($5, next_try_at),
            settled_at = CASE WHEN $4 = 'waiting' THEN NULL ELSE $7::timestamptz END
      WHERE organization_id = $1 AND id = $2
        AND (state = 'waiting' AND attempt_count = $3 OR $4 = 'delivered' AND state <> 'delivered')`,
    [organizationId, id, tryCount, state, nextTryAt, problem, now],
  );
}
