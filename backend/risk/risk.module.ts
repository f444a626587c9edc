import { Module } from '@nestjs/common';
import { AnsweringJobs } from './answering.jobs.js';
import { AnsweringSettingsController } from './answering-settings.controller.js';
import { AnsweringSettingsService } from './answering-settings.service.js';
import { RiskNotesController } from './risk-notes.controller.js';
import { RiskNotesService } from './risk-notes.service.js';
import { WaitingNotesController } from './waiting-notes.controller.js';
import { WaitingNotesService } from './waiting-notes.service.js';

@Module({
  controllers: [RiskNotesController, AnsweringSettingsController, WaitingNotesController],
  providers: [RiskNotesService, AnsweringSettingsService, WaitingNotesService, AnsweringJobs],
})
export class RiskModule {}
