import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import {
  AskHandover,
  DeclineHandover,
  EndHandover,
  GiveWords,
  MakeHandover,
  WriteLine,
} from './handover.dto.js';
import { HandoverPage, HandoverPreview, Handovers, HandoverView } from './handover.view.js';
import { HandoversService } from './handovers.service.js';

@Controller('api')
@For('coach', 'supervisor')
export class HandoversController {
  constructor(private readonly handovers: HandoversService) {}

  @Get('handovers')
  list(@By() caller: Caller): Promise<Handovers> {
    return this.handovers.list(caller);
  }

  @Get('handovers/:id')
  open(@By() caller: Caller, @Param('id') id: string): Promise<HandoverPage> {
    return this.handovers.open(caller, id);
  }

  @Get('participants/:id/handover')
  preview(@By() caller: Caller, @Param('id') id: string): Promise<HandoverPreview> {
    return this.handovers.preview(caller, id);
  }

  @Post('handovers')
  @For('supervisor')
  make(@By() caller: Caller, @Body() handover: MakeHandover): Promise<HandoverView> {
    return this.handovers.make(caller, handover);
  }

  @Post('handovers/ask')
  @For('coach')
  ask(@By() caller: Caller, @Body() handover: AskHandover): Promise<HandoverView> {
    return this.handovers.ask(caller, handover);
  }

  @Put('handovers/:id/line')
  writeLine(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() line: WriteLine,
  ): Promise<HandoverView> {
    return this.handovers.writeLine(caller, id, version, line);
  }

  @Post('handovers/:id/accept')
  @HttpCode(200)
  @For('coach')
  accept(@By() caller: Caller, @Param('id') id: string): Promise<HandoverView> {
    return this.handovers.accept(caller, id);
  }

  @Post('handovers/:id/decline')
  @HttpCode(200)
  @For('coach')
  decline(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() why: DeclineHandover,
  ): Promise<HandoverView> {
    return this.handovers.decline(caller, id, why);
  }

  @Post('handovers/:id/call-off')
  @HttpCode(200)
  callOff(@By() caller: Caller, @Param('id') id: string, @Body() end: EndHandover): Promise<HandoverView> {
    return this.handovers.callOff(caller, id, end);
  }

  @Post('handovers/:id/undo')
  @HttpCode(200)
  @For('supervisor')
  undo(@By() caller: Caller, @Param('id') id: string, @Body() end: EndHandover): Promise<HandoverView> {
    return this.handovers.undo(caller, id, end);
  }

  @Post('handovers/:id/words')
  @HttpCode(200)
  @For('coach')
  giveWords(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() { draftId }: GiveWords,
  ): Promise<HandoverPage> {
    return this.handovers.giveWords(caller, id, draftId);
  }
}
