import { Module } from '@nestjs/common';
import { ProgramsController } from './programs.controller.js';
import { ProgramsService } from './programs.service.js';
import { SettingsController } from './settings.controller.js';
import { SettingsService } from './settings.service.js';

/** The agency that runs the service, its programs, and what it has set. */
@Module({
  controllers: [ProgramsController, SettingsController],
  providers: [ProgramsService, SettingsService],
})
export class OrganizationModule {}
