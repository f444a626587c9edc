import { Module } from '@nestjs/common';
import { ProgramsController } from './programs.controller.js';
import { ProgramsService } from './programs.service.js';

/** The agency that runs the service, and its programs. */
@Module({ controllers: [ProgramsController], providers: [ProgramsService] })
export class OrganizationModule {}
