import { Module } from '@nestjs/common';
import { PausesController } from './pauses.controller.js';
import { PausesService } from './pauses.service.js';
import { WindowsController } from './windows.controller.js';
import { WindowsService } from './windows.service.js';

/** Times away, and the windows in which somebody needs us most. */
@Module({
  controllers: [PausesController, WindowsController],
  providers: [PausesService, WindowsService],
})
export class WindowsModule {}
