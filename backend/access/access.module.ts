import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Door } from './door.js';
import { Entering } from './entering.js';
import { GettingInController } from './getting-in.controller.js';
import { GettingInService } from './getting-in.service.js';
import { MeService } from './me.service.js';
import { OpeningController } from './opening.controller.js';
import { OpeningService } from './opening.service.js';
import { PasskeySignInController } from './passkey-sign-in.controller.js';
import { PasskeySignInService } from './passkey-sign-in.service.js';
import { PasswordCheck } from './password-check.js';
import { PasswordStrategy } from './password.strategy.js';
import { SessionStrategy } from './session.strategy.js';
import { SignInController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';

/** Who somebody is, and the door that every use case goes through. */
@Global()
@Module({
  controllers: [SignInController, PasskeySignInController, OpeningController, GettingInController],
  providers: [
    Door,
    SignInService,
    MeService,
    Entering,
    OpeningService,
    PasskeySignInService,
    GettingInService,
    PasswordCheck,
    PasswordStrategy,
    SessionStrategy,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Door],
})
export class AccessModule {}
