import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForAnyone } from './caller.js';
import { Entering } from './entering.js';
import { PasskeyShown, PasskeyToShow } from './passkey.dto.js';
import { PasskeySignInService } from './passkey-sign-in.service.js';
import { relyingParty } from './relying-party.js';
import { Me } from './sign-in.dto.js';

@Controller('api/sign-in/passkey')
@ForAnyone()
export class PasskeySignInController {
  constructor(
    private readonly passkeys: PasskeySignInService,
    private readonly entering: Entering,
  ) {}

  @Post('question')
  @HttpCode(200)
  ask(@Req() request: FastifyRequest): Promise<PasskeyToShow> {
    return this.passkeys.ask(relyingParty(request));
  }

  @Post()
  @HttpCode(200)
  async withPasskey(
    @Body() shown: PasskeyShown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const account = await this.passkeys.verify(shown, relyingParty(request), request.ip);
    return this.entering.enter(account, request, reply);
  }
}
