import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport';
import { sessionHashOf } from './session-cookie.js';

class CookieStrategy extends Strategy {
  constructor(
    private readonly verify: (request: FastifyRequest, done: (error: unknown, user?: object) => void) => void,
  ) {
    super();
  }

  override authenticate(request: unknown): void {
    this.verify(request as FastifyRequest, (error, user) => {
      if (error) this.error(error);
      else if (user) this.success(user);
      else this.fail(401);
    });
  }
}

/**
 * Reads the session's cookie. Whether that session is alive, and whose it is, the database says in the first trip of
 * the transaction (`open_session`), where no time passes between asking and acting.
 */
@Injectable()
export class SessionStrategy extends PassportStrategy(CookieStrategy, 'session') {
  validate(request: FastifyRequest): { sessionHash: Buffer } | undefined {
    const sessionHash = sessionHashOf(request);
    return sessionHash && { sessionHash };
  }
}
