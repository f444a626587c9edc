import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { CloseWindow, OpenWindow, TickCheck } from './window.dto.js';
import { WindowView } from './window.view.js';
import { WindowsService } from './windows.service.js';

@Controller('api')
@For('coach', 'supervisor')
export class WindowsController {
  constructor(private readonly windows: WindowsService) {}

  @Post('participants/:id/windows')
  open(@By() caller: Caller, @Param('id') id: string, @Body() window: OpenWindow): Promise<WindowView> {
    return this.windows.open(caller, id, window);
  }

  /** If-Match carries the version of the line, 0 while it was never touched. */
  @Put('windows/:id/checks')
  tick(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() check: TickCheck,
  ): Promise<WindowView> {
    return this.windows.tick(caller, id, version, check);
  }

  @Post('windows/:id/close')
  @HttpCode(200)
  close(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: CloseWindow,
  ): Promise<WindowView> {
    return this.windows.close(caller, id, version, reason);
  }

  @Post('windows/:id/reopen')
  @HttpCode(200)
  reopen(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<WindowView> {
    return this.windows.reopen(caller, id, version);
  }

  @Post('windows/:id/undo')
  @HttpCode(204)
  undo(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.windows.undo(caller, id, version);
  }
}
