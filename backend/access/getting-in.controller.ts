import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { By, type Caller, For } from './caller.js';
import { GettingIn } from './getting-in.dto.js';
import { GettingInService } from './getting-in.service.js';
import { PasskeyMade, PasskeyToMake } from './passkey.dto.js';
import { relyingParty } from './relying-party.js';

@Controller('api/me/getting-in')
@For('participant')
export class GettingInController {
  constructor(private readonly gettingIn: GettingInService) {}

  @Get()
  look(@By() caller: Caller): Promise<GettingIn> {
    return this.gettingIn.look(caller);
  }

  @Post('passkeys/question')
  @HttpCode(200)
  ask(@By() caller: Caller, @Req() request: FastifyRequest): Promise<PasskeyToMake> {
    return this.gettingIn.ask(caller, relyingParty(request));
  }

  @Post('passkeys')
  add(@By() caller: Caller, @Body() made: PasskeyMade, @Req() request: FastifyRequest): Promise<GettingIn> {
    return this.gettingIn.add(caller, made, relyingParty(request));
  }

  @Delete('passkeys/:id')
  remove(@By() caller: Caller, @Param('id') id: string): Promise<GettingIn> {
    return this.gettingIn.remove(caller, id);
  }
}
