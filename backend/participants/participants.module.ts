import { Module } from '@nestjs/common';
import { SafeReachService } from './safe-reach.service.js';
import { SupportersController } from './supporters.controller.js';
import { WaysToReachController } from './ways-to-reach.controller.js';

/** The person: how to reach them safely, and who else is in their life. */
@Module({ controllers: [SupportersController, WaysToReachController], providers: [SafeReachService] })
export class ParticipantsModule {}
