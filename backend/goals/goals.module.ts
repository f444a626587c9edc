import { Module } from '@nestjs/common';
import { StepsController } from './steps.controller.js';
import { StepsService } from './steps.service.js';

/** What the participant wants, and the next small things on the way. */
@Module({ controllers: [StepsController], providers: [StepsService] })
export class GoalsModule {}
