import { Module } from '@nestjs/common';
import { CoverJobs } from './cover.jobs.js';
import { CoversController } from './covers.controller.js';
import { CoversService } from './covers.service.js';

/** Who covers for somebody away, from a day to a day. */
@Module({ controllers: [CoversController], providers: [CoversService, CoverJobs] })
export class CoverModule {}
