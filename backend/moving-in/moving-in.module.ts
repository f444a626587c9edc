import { Module } from '@nestjs/common';
import { MovesController } from './moves.controller.js';
import { MovesService } from './moves.service.js';
import { MovingOutController } from './moving-out.controller.js';
import { RefusedRowsFile } from './refused-rows-file.js';
import { TakenOutFiles } from './taken-out-files.js';
import { WorkOnMoves } from './work-on-moves.js';

/** A caseload from a spreadsheet, and out again into one. */
@Module({
  controllers: [MovesController, MovingOutController],
  providers: [MovesService, RefusedRowsFile, TakenOutFiles, WorkOnMoves],
})
export class MovingInModule {}
