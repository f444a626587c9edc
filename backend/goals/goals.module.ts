import { Module } from '@nestjs/common';
import { GoalsController } from './goals.controller.js';
import { GoalsService } from './goals.service.js';
import { StepsController } from './steps.controller.js';
import { StepsService } from './steps.service.js';

/** What the participant wants, and the next small things on the way. */
@Module({ controllers: [GoalsController, StepsController], providers: [GoalsService, StepsService] })
export class GoalsModule {}
