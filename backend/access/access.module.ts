import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Door } from './door.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { MeService } from './me.service.js';
import { PasswordCheck } from './password-check.js';
import { PasswordStrategy } from './password.strategy.js';
import { SessionStrategy } from './session.strategy.js';
import { SignInController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';

/** Who somebody is, and the door that every use case goes through. */
@Global()
@Module({
  controllers: [SignInController, InvitationsController],
  providers: [
    Door,
    SignInService,
    MeService,
    InvitationsService,
    PasswordCheck,
    PasswordStrategy,
    SessionStrategy,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Door],
})
export class AccessModule {}
