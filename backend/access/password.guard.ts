import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { Problem } from '../http/problem.js';
import type { SignIn } from './sign-in.dto.js';
// passport holds the strategy by name once Nest has made it.
import './password.strategy.js';

export interface OpenedAccount {
  organization_id: string;
  account_id: string;
}

/** Asks passport-local whether the credentials open an account. */
@Injectable()
export class PasswordGuard {
  check(credentials: SignIn, request: FastifyRequest): Promise<OpenedAccount> {
    return new Promise((resolve, reject) => {
      const asks = passport.authenticate(
        'password',
        { session: false },
        (error: unknown, account: OpenedAccount | false) => {
          if (error) reject(error as Error);
          else if (account) resolve(account);
          else
            reject(
              new Problem(401, 'sign-in-refused', 'That name and password do not open an account here.'),
            );
        },
      ) as (request: unknown, reply: unknown, next: (error: unknown) => void) => void;
      asks({ body: credentials, ip: request.ip, headers: request.headers }, {}, reject);
    });
  }
}
