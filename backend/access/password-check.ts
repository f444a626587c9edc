import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import type { SignIn } from './sign-in.dto.js';
import { signInRefused } from './sign-in-refused.js';

interface OpenedAccount {
  organization_id: string;
  account_id: string;
}

/** Asks passport, which holds `PasswordStrategy` by its name, whether the credentials open an account. */
@Injectable()
export class PasswordCheck {
  check(credentials: SignIn, request: FastifyRequest): Promise<OpenedAccount> {
    return new Promise((resolve, reject) => {
      const asks = passport.authenticate(
        'password',
        { session: false },
        (error: unknown, account: OpenedAccount | false) => {
          if (error) reject(error as Error);
          else if (account) resolve(account);
          else reject(signInRefused());
        },
      ) as (request: unknown, reply: unknown, next: (error: unknown) => void) => void;
      asks({ body: credentials, ip: request.ip, headers: request.headers }, {}, reject);
    });
  }
}
