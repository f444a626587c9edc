import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Problem } from '../http/problem.js';
import { isAttestationWithoutCertificates } from './attestation.js';
import type { PasskeyMade, PasskeyToMake } from './passkey.dto.js';
import { keepChallenge, takeChallenge } from './passkeys.queries.js';
import type { RelyingParty } from './relying-party.js';

/** What is kept of a passkey. */
export interface NewPasskey {
  credentialId: Buffer;
  publicKey: Buffer;
  signCount: number;
  transports: string[];
  rpId: string;
}

interface ForWhom {
  accountId: string;
  signInName: string;
  name: string;
  /** What stands for the organization where others may read along; may be empty. */
  neutralName: string;
}

/** Asks for a new passkey of this account. */
export async function passkeyToMake(
  at: Pick<EntityManager, 'query'>,
  { accountId, signInName, name, neutralName }: ForWhom,
  { rpId }: RelyingParty,
  now: Date,
  known: readonly Buffer[] = [],
): Promise<PasskeyToMake> {
  const challenge = randomBytes(32);
  await keepChallenge(at, challenge, accountId, now);
  return {
    challenge: challenge.toString('base64url'),
    rpId,
    rpName: neutralName || rpId,
    userId: handleOf(accountId),
    userName: signInName,
    displayName: name,
    knownCredentialIds: known.map((each) => each.toString('base64url')),
  };
}

/**
 * Looks at what the device answered: the question was ours, for this account and not answered before, from a page of
 * this very place, by a device whose owner showed that it is theirs (user verification).
 *
 * @throws Problem 409 `passkey-not-made`, whatever was wrong.
 */
export async function verifyMade(
  at: Pick<EntityManager, 'query'>,
  made: PasskeyMade,
  accountId: string,
  { rpId, origin }: RelyingParty,
  now: Date,
): Promise<NewPasskey> {
  const challenge = challengeIn(made.clientData);
  if (!challenge || !(await takeChallenge(at, challenge, accountId, now))) throw notMade();
  if (!(await isAttestationWithoutCertificates(made.attestation))) throw notMade();
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const verified = await verifyRegistrationResponse({
    response: {
      id: made.credentialId,
      rawId: made.credentialId,
      type: 'public-key',
      response: { clientDataJSON: made.clientData, attestationObject: made.attestation },
      clientExtensionResults: {},
    },
    expectedChallenge: challenge.toString('base64url'),
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) throw notMade();
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  return {
    credentialId: Buffer.from(id, 'base64url'),
    publicKey: Buffer.from(publicKey),
    signCount: counter,
    transports: made.transports,
    rpId,
  };
}

function notMade(): Problem {
  return new Problem(409, 'passkey-not-made', 'That did not work on this phone. Try it once more.');
}

/** The question that an answer says it answers. */
export function challengeIn(clientData: string): Buffer | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString()) as {
      challenge?: unknown;
    };
    return typeof challenge === 'string' ? Buffer.from(challenge, 'base64url') : undefined;
  } catch {
    return undefined;
  }
}

/** An account as a device keeps it. */
export function handleOf(accountId: string): string {
  return Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');
}
