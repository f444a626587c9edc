import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForAnyone } from './caller.js';
import { InvitationsService } from './invitations.service.js';
import { MeService } from './me.service.js';
import { hashOf, setSessionCookie } from './session-cookie.js';
import { AcceptInvitation, InvitationView, Me } from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

@Controller('api/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly signIn: SignInService,
    private readonly me: MeService,
  ) {}

  @Get(':token')
  @ForAnyone()
  look(@Param('token') token: string): Promise<InvitationView> {
    return this.invitations.look(token);
  }

  @Post(':token')
  @HttpCode(200)
  @ForAnyone()
  async accept(
    @Param('token') token: string,
    @Body() { password }: AcceptInvitation,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const account = await this.invitations.accept(token, password);
    const session = await this.signIn.startSession(account);
    setSessionCookie(request, reply, session);
    return this.me.meOf(hashOf(session), request.id);
  }
}
