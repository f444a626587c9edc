import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { notFound } from '../http/problem.js';
import { isPassword } from './passwords.js';
import { hashOf, newToken } from './session-cookie.js';
import { signInRefused } from './sign-in-refused.js';
import { refuseWaiting, storable, subject } from './sign-in-waits.js';
import type { OrganizationAtTheDoor } from './sign-in.dto.js';
import type { Role } from './roles.js';

export interface Credentials {
  organization: string;
  signInName: string;
  password: string;
}

interface Account {
  organization_id: string;
  account_id: string;
}

/** Wrong tries that cost nothing before delays begin: few for one name, more for one address (a whole office). */
const FREE_TRIES = { name: 5, address: 20 };

/** Everything before a session: no role is taken, only the functions granted to the bare login answer. */
@Injectable()
export class SignInService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async organization(shortName: string): Promise<OrganizationAtTheDoor> {
    const [row] = (await this.source.query('SELECT * FROM organization_by_short_name($1)', [
      storable(shortName),
    ])) as {
      short_name: string;
      name: string;
      neutral_name: string;
      phone: string;
      is_sample: boolean;
    }[];
    if (!row) throw notFound('organization');
    const people = row.is_sample ? await this.samplePeople(shortName) : [];
    return {
      name: row.neutral_name || row.name,
      shortName: row.short_name,
      phone: row.phone,
      isSample: row.is_sample,
      samplePeople: people.map((each) => ({ accountId: each.account_id, name: each.name, role: each.role })),
    };
  }

  /**
   * The account that these credentials open.
   *
   * @throws Problem 401 for any wrong part alike; 429 with the seconds to wait after too many.
   */
  async verify(credentials: Credentials, address: string): Promise<Account> {
    const { organization, signInName, password } = credentials;
    const subjects = [subject('name', organization, signInName), subject('address', address)];
    const now = this.clock.now();
    await refuseWaiting(this.source, subjects, now);
    const [candidate] = (await this.source.query('SELECT * FROM sign_in_candidate($1, $2)', [
      storable(organization),
      storable(signInName),
    ])) as (Account & { hash: string; is_disabled: boolean })[];
    const isRight = await isPassword(candidate?.hash, password);
    if (!candidate || !isRight || candidate.is_disabled) {
      await this.source.query('SELECT note_sign_in_failure($1, $2, $3)', [
        subjects,
        [FREE_TRIES.name, FREE_TRIES.address],
        now,
      ]);
      throw signInRefused();
    }
    await this.source.query('SELECT forget_sign_in_failures($1)', [subjects[0]]);
    return candidate;
  }

  /** One click, no password, and only into an organization made of sample people. */
  async verifySamplePerson(organization: string, accountId: string): Promise<Account> {
    const person = (await this.samplePeople(organization)).find((each) => each.account_id === accountId);
    if (!person) throw notFound('sample-person');
    return person;
  }

  /** A new session, whose token is told once, in the cookie. */
  async startSession(account: Account): Promise<string> {
    const token = newToken();
    const [row] = (await this.source.query('SELECT start_session($1, $2, $3, $4) AS started', [
      account.organization_id,
      account.account_id,
      hashOf(token),
      this.clock.now(),
    ])) as { started: boolean }[];
    if (!row?.started) throw signInRefused();
    return token;
  }

  async endSession(sessionHash: Buffer): Promise<void> {
    await this.source.query('SELECT end_session($1)', [sessionHash]);
  }

  async endEverySession(sessionHash: Buffer): Promise<void> {
    await this.source.query('SELECT end_sessions_of_same_account($1)', [sessionHash]);
  }

  private samplePeople(
    shortName: string,
  ): Promise<(Account & { name: string; role: Role; sign_in_name: string })[]> {
    return this.source.query('SELECT * FROM sample_people($1)', [storable(shortName)]);
  }
}
