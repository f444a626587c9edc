import { Module } from '@nestjs/common';
import { MovesController } from './moves.controller.js';
import { MovesService } from './moves.service.js';
import { RefusedRowsFile } from './refused-rows-file.js';
import { WorkOnMoves } from './work-on-moves.js';

/** A caseload from a spreadsheet. */
@Module({
  controllers: [MovesController],
  providers: [MovesService, RefusedRowsFile, WorkOnMoves],
})
export class MovingInModule {}
