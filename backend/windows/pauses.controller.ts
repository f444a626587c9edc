import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { BeginPause, ChangePause, EndPause, PauseView } from './pause.dto.js';
import { PausesService } from './pauses.service.js';

@Controller('api')
@For('coach', 'supervisor')
export class PausesController {
  constructor(private readonly pauses: PausesService) {}

  @Post('participants/:id/pauses')
  begin(@By() caller: Caller, @Param('id') id: string, @Body() pause: BeginPause): Promise<PauseView> {
    return this.pauses.begin(caller, id, pause);
  }

  @Put('pauses/:id')
  changeEnd(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() pause: ChangePause,
  ): Promise<PauseView> {
    return this.pauses.changeEnd(caller, id, version, pause);
  }

  @Post('pauses/:id/end')
  @HttpCode(200)
  end(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() pause: EndPause,
  ): Promise<PauseView> {
    return this.pauses.end(caller, id, version, pause);
  }

  @Post('pauses/:id/undo')
  @HttpCode(204)
  undo(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.pauses.undo(caller, id, version);
  }
}
