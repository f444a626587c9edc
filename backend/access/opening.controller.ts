import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForAnyone } from './caller.js';
import { Entering } from './entering.js';
import { InvitationKey, InvitationView, OpenAccount } from './opening.dto.js';
import { OpeningService } from './opening.service.js';
import { PasskeyToMake } from './passkey.dto.js';
import { relyingParty } from './relying-party.js';
import { Me } from './sign-in.dto.js';

@Controller('api/opening')
@ForAnyone()
export class OpeningController {
  constructor(
    private readonly opening: OpeningService,
    private readonly entering: Entering,
  ) {}

  @Post('look')
  @HttpCode(200)
  look(@Body() { key }: InvitationKey, @Req() request: FastifyRequest): Promise<InvitationView> {
    return this.opening.look(key, request.ip);
  }

  @Post('passkey')
  @HttpCode(200)
  passkey(@Body() { key }: InvitationKey, @Req() request: FastifyRequest): Promise<PasskeyToMake> {
    return this.opening.passkeyToMake(key, request.ip, relyingParty(request));
  }

  @Post()
  @HttpCode(200)
  async open(
    @Body() chosen: OpenAccount,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const account = await this.opening.open(chosen, request.ip, relyingParty(request));
    return this.entering.enter(account, request, reply);
  }
}
