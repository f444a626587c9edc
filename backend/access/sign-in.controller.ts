import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { By, type Caller, For, ForAnyone } from './caller.js';
import { Entering } from './entering.js';
import { MeService } from './me.service.js';
import { PasswordCheck } from './password-check.js';
import { ROLES } from './roles.js';
import { clearSessionCookie } from './session-cookie.js';
import {
  ChooseLanguage,
  ChooseRole,
  Me,
  OrganizationAtTheDoor,
  SampleSignIn,
  SignIn,
} from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

@Controller('api')
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly me: MeService,
    private readonly password: PasswordCheck,
    private readonly entering: Entering,
  ) {}

  @Get('sign-in/:organization')
  @ForAnyone()
  organization(@Param('organization') shortName: string): Promise<OrganizationAtTheDoor> {
    return this.signIn.organization(shortName);
  }

  @Post('sign-in')
  @HttpCode(200)
  @ForAnyone()
  async withPassword(
    @Body() credentials: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.entering.enter(await this.password.check(credentials, request), request, reply);
  }

  @Post('sign-in/sample')
  @HttpCode(200)
  @ForAnyone()
  async asSamplePerson(
    @Body() { organization, accountId }: SampleSignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.entering.enter(await this.signIn.verifySamplePerson(organization, accountId), request, reply);
  }

  @Post('sign-out')
  @HttpCode(204)
  @For(...ROLES)
  async out(
    @By() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIn.endSession(caller.sessionHash);
    clearSessionCookie(request, reply);
  }

  @Post('sign-out-everywhere')
  @HttpCode(204)
  @For(...ROLES)
  async outEverywhere(
    @By() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIn.endEverySession(caller.sessionHash);
    clearSessionCookie(request, reply);
  }

  @Get('me')
  @For(...ROLES)
  who(@By() caller: Caller): Promise<Me> {
    return this.me.me(caller);
  }

  @Post('me/role')
  @HttpCode(200)
  @For(...ROLES)
  actAs(@By() caller: Caller, @Body() { role }: ChooseRole): Promise<Me> {
    return this.me.chooseRole(caller, role);
  }

  @Post('me/language')
  @HttpCode(200)
  @For(...ROLES)
  language(@By() caller: Caller, @Body() { language }: ChooseLanguage): Promise<Me> {
    return this.me.chooseLanguage(caller, language);
  }
}
