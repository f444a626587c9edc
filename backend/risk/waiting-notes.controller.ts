import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { NameSupervisor, WaitingNote, WaitingNotes } from './waiting-notes.dto.js';
import { WaitingNotesService } from './waiting-notes.service.js';

@Controller('api/waiting-risk-notes')
@For('administrator')
export class WaitingNotesController {
  constructor(private readonly waiting: WaitingNotesService) {}

  @Get()
  list(@By() caller: Caller): Promise<WaitingNotes> {
    return this.waiting.list(caller);
  }

  @Post(':id/supervisor')
  @HttpCode(200)
  name(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() { supervisorId }: NameSupervisor,
  ): Promise<WaitingNote> {
    return this.waiting.name(caller, id, supervisorId);
  }
}
