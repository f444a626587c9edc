import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Clock } from '../clock/clock.js';
import { invalid, notFound, Problem } from '../http/problem.js';
import { hashOfCode, meantCode } from './invitation-code.js';
import type { InvitationView, OpenAccount } from './opening.dto.js';
import { type NewPasskey, passkeyToMake, verifyMade } from './passkey-made.js';
import type { PasskeyToMake } from './passkey.dto.js';
import { hashPassword } from './passwords.js';
import type { RelyingParty } from './relying-party.js';
import type { Language, Role } from './roles.js';
import { hashOf } from './session-cookie.js';
import { subject, throttled } from './sign-in-waits.js';

interface InvitationRow {
  account_id: string;
  name: string;
  sign_in_name: string;
  organization_name: string;
  neutral_name: string;
  short_name: string;
  role: Role;
  language: Language;
}

/** Everything else is read as the code on a card. */
const LINK_TOKEN = /^[\w-]{43}$/;

/** Opening an account with a link or the code on a card. Wrong, used, expired, called off: one answer. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async look(key: string, address: string): Promise<InvitationView> {
    const { row } = await this.invitationBy(key, address);
    return {
      name: row.name,
      signInName: row.sign_in_name,
      organizationName: row.role === 'participant' ? row.neutral_name : row.organization_name,
      organization: row.short_name,
      role: row.role,
      language: row.language,
    };
  }

  async passkeyToMake(key: string, address: string, place: RelyingParty): Promise<PasskeyToMake> {
    const { row } = await this.invitationBy(key, address);
    refuseStaff(row);
    return passkeyToMake(
      this.source,
      {
        accountId: row.account_id,
        signInName: row.sign_in_name,
        name: row.name,
        neutralName: row.neutral_name,
      },
      place,
      this.clock.now(),
    );
  }

  async open(
    { key, password, passkey }: OpenAccount,
    address: string,
    place: RelyingParty,
  ): Promise<{ organization_id: string; account_id: string }> {
    if (!password === !passkey)
      throw invalid('password', 'password-or-passkey', 'Choose a passphrase or a passkey.');
    const { row, hash } = await this.invitationBy(key, address);
    const now = this.clock.now();
    let made: NewPasskey | undefined;
    if (passkey) {
      refuseStaff(row);
      made = await verifyMade(this.source, passkey, row.account_id, place, now);
    }
    const [account] = (await this.source.query(
      'SELECT * FROM open_account_with_key($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [
        hash,
        password ? await hashPassword(password) : null,
        made ? newId() : null,
        made?.credentialId ?? null,
        made?.publicKey ?? null,
        made?.signCount ?? null,
        made?.transports ?? null,
        made?.rpId ?? null,
        now,
      ],
    )) as { organization_id: string; account_id: string }[];
    if (!account) throw notFound('invitation');
    await this.source.query('SELECT forget_sign_in_failures($1)', [triesOf(address)]);
    return account;
  }

  /**
   * A link holds 256 bits, which nobody guesses. A code is short: every look at one is counted before it is taken.
   * @throws Problem 429 with the seconds to wait; 404, always after the same work
   */
  private async invitationBy(key: string, address: string): Promise<{ row: InvitationRow; hash: Buffer }> {
    const hash = LINK_TOKEN.test(key) ? hashOf(key) : await this.hashOfTriedCode(key, address);
    const [row] = (await this.source.query('SELECT * FROM invitation_by_key($1, $2)', [
      hash,
      this.clock.now(),
    ])) as InvitationRow[];
    if (!row) throw notFound('invitation');
    return { row, hash };
  }

  private async hashOfTriedCode(typed: string, address: string): Promise<Buffer> {
    const [tried] = (await this.source.query('SELECT try_code($1, $2, $3) AS seconds', [
      triesOf(address),
      subject('every code'),
      this.clock.now(),
    ])) as { seconds: number }[];
    if (tried && tried.seconds > 0) throw throttled(tried.seconds);
    return hashOfCode(meantCode(typed));
  }
}

function triesOf(address: string): Buffer {
  return subject('code', address);
}

/** Staff sign in again over a form with their password, so theirs is one. */
function refuseStaff({ role }: InvitationRow): void {
  if (role !== 'participant')
    throw new Problem(409, 'passkey-is-for-participants', 'Choose a password for this account.');
}
