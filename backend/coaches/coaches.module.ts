import { Module } from '@nestjs/common';
import { AboutService } from './about.service.js';
import { CoachLimitsService } from './coach-limits.service.js';
import { CoachesController } from './coaches.controller.js';
import { LoadSettingsService } from './load-settings.service.js';

/** Coaches: what they say of themself, and what they are meant to carry. */
@Module({
  controllers: [CoachesController],
  providers: [AboutService, CoachLimitsService, LoadSettingsService],
})
export class CoachesModule {}
