import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { challengeIn, handleOf } from './passkey-made.js';
import type { PasskeyShown, PasskeyToShow } from './passkey.dto.js';
import { keepChallenge, noteUse, passkeyAtDoor, takeChallenge } from './passkeys.queries.js';
import type { RelyingParty } from './relying-party.js';
import { passkeyRefused } from './sign-in-refused.js';
import { refuseWaiting, subject, storable } from './sign-in-waits.js';

/** Wrong tries of one address that cost nothing before delays begin, as with passwords. */
const FREE_TRIES = 20;

/** Signing in with a passkey: no name is typed, the device knows whose it is. */
@Injectable()
export class PasskeySignInService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async ask({ rpId }: RelyingParty): Promise<PasskeyToShow> {
    const challenge = randomBytes(32);
    await keepChallenge(this.source, challenge, null, this.clock.now());
    return { challenge: challenge.toString('base64url'), rpId };
  }

  /**
   * The account that this passkey opens.
   *
   * @throws Problem 401 `passkey-refused` for whatever was wrong; 429 with the seconds to wait after too many.
   */
  async verify(
    shown: PasskeyShown,
    place: RelyingParty,
    address: string,
  ): Promise<{ organization_id: string; account_id: string }> {
    const now = this.clock.now();
    const subjects = [subject('address', address)];
    await refuseWaiting(this.source, subjects, now);
    const account = await this.accountOf(shown, place, now);
    if (account) return account;
    await this.source.query('SELECT note_sign_in_failure($1, $2, $3)', [subjects, [FREE_TRIES], now]);
    throw passkeyRefused();
  }

  private async accountOf(
    shown: PasskeyShown,
    { rpId, origin }: RelyingParty,
    now: Date,
  ): Promise<{ organization_id: string; account_id: string } | undefined> {
    const challenge = challengeIn(shown.clientData);
    if (!challenge || !(await takeChallenge(this.source, challenge, null, now))) return undefined;
    const credentialId = Buffer.from(shown.credentialId, 'base64url');
    const known = await passkeyAtDoor(this.source, storable(shown.organization), credentialId);
    if (!known || known.is_disabled || known.rp_id !== rpId) return undefined;
    if (shown.userHandle && shown.userHandle !== handleOf(known.account_id)) return undefined;
    const countBefore = Number(known.sign_count);
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    const verified = await verifyAuthenticationResponse({
      response: {
        id: shown.credentialId,
        rawId: shown.credentialId,
        type: 'public-key',
        response: {
          clientDataJSON: shown.clientData,
          authenticatorData: shown.authenticatorData,
          signature: shown.signature,
        },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge.toString('base64url'),
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: {
        id: shown.credentialId,
        publicKey: new Uint8Array(known.public_key),
        counter: countBefore,
      },
    }).catch(() => undefined);
    if (!verified?.verified) return undefined;
    const count = verified.authenticationInfo.newCounter;
    return (await noteUse(this.source, credentialId, countBefore, count, now)) ? known : undefined;
  }
}
