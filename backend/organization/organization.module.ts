import { Module } from '@nestjs/common';
import { NeutralNameController } from './neutral-name.controller.js';
import { NeutralNameService } from './neutral-name.service.js';
import { ProgramsController } from './programs.controller.js';
import { ProgramsService } from './programs.service.js';

/** The agency that runs the service, and its programs. */
@Module({
  controllers: [NeutralNameController, ProgramsController],
  providers: [NeutralNameService, ProgramsService],
})
export class OrganizationModule {}
