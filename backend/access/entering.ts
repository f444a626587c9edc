import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MeService } from './me.service.js';
import { hashOf, sessionHashOf, setSessionCookie } from './session-cookie.js';
import type { Me } from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

/** Through the door, whatever opened it. */
@Injectable()
export class Entering {
  constructor(
    private readonly signIn: SignInService,
    private readonly me: MeService,
  ) {}

  /** Always makes a new session, and ends the one this browser had. */
  async enter(
    account: { organization_id: string; account_id: string },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Me> {
    const before = sessionHashOf(request);
    if (before) await this.signIn.endSession(before);
    const token = await this.signIn.startSession(account);
    setSessionCookie(request, reply, token);
    return this.me.meOf(hashOf(token), request.id);
  }
}
