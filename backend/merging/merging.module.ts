import { Module } from '@nestjs/common';
import { DuplicatesController } from './duplicates.controller.js';
import { DuplicatesService } from './duplicates.service.js';
import { MergesController } from './merges.controller.js';
import { MergesService } from './merges.service.js';

/** One person, one record: who may be here already, and two records of one person made one. */
@Module({
  controllers: [DuplicatesController, MergesController],
  providers: [DuplicatesService, MergesService],
})
export class MergingModule {}
