import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** Minutes in which a device must answer (ours: long enough to find one's glasses). */
const CHALLENGE_MINUTES = 5;

type Asking = Pick<EntityManager, 'query'>;

/** @param accountId whose account gets a passkey; null for signing in */
export async function keepChallenge(
  at: Asking,
  challenge: Buffer,
  accountId: string | null,
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000);
  await at.query('SELECT keep_passkey_challenge($1, $2, $3, $4)', [
    hashed(challenge),
    accountId,
    expiresAt,
    now,
  ]);
}

/** Whether this was asked, for this, not long ago, and not answered yet; from here on it is. */
export async function takeChallenge(
  at: Asking,
  challenge: Buffer,
  accountId: string | null,
  now: Date,
): Promise<boolean> {
  const [row] = (await at.query('SELECT take_passkey_challenge($1, $2, $3) AS taken', [
    hashed(challenge),
    accountId,
    now,
  ])) as { taken: boolean }[];
  return row?.taken ?? false;
}

function hashed(challenge: Buffer): Buffer {
  return createHash('sha256').update(challenge).digest();
}

export interface KnownPasskey {
  organization_id: string;
  account_id: string;
  public_key: Buffer;
  /** bigint, so text. */
  sign_count: string;
  rp_id: string;
  is_disabled: boolean;
}

export async function passkeyAtDoor(
  at: Asking,
  organization: string,
  credentialId: Buffer,
): Promise<KnownPasskey | undefined> {
  const [row] = (await at.query('SELECT * FROM passkey_candidate($1, $2)', [
    organization,
    credentialId,
  ])) as KnownPasskey[];
  return row;
}

/** @returns false where the count says that this is a copy, or another answer came in between. */
export async function noteUse(
  at: Asking,
  credentialId: Buffer,
  countBefore: number,
  count: number,
  now: Date,
): Promise<boolean> {
  const [row] = (await at.query('SELECT note_passkey_use($1, $2, $3, $4) AS noted', [
    credentialId,
    countBefore,
    count,
    now,
  ])) as { noted: boolean }[];
  return row?.noted ?? false;
}
