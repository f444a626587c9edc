import { Module } from '@nestjs/common';
import { NeutralNameController } from './neutral-name.controller.js';
import { NeutralNameService } from './neutral-name.service.js';
import { ProgramsController } from './programs.controller.js';
import { ProgramsService } from './programs.service.js';
import { SettingsController } from './settings.controller.js';
import { SettingsService } from './settings.service.js';

/** The agency that runs the service, its programs, and what it has set. */
@Module({
  controllers: [NeutralNameController, ProgramsController, SettingsController],
  providers: [NeutralNameService, ProgramsService, SettingsService],
})
export class OrganizationModule {}
