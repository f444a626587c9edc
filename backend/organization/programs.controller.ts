import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { ProgramList, ProgramView } from './program.dto.js';
import { ProgramsService } from './programs.service.js';
import { AddProgram, ProgramName } from './settings.dto.js';

@Controller('api/programs')
@For('administrator')
export class ProgramsController {
  constructor(private readonly programs: ProgramsService) {}

  @Get()
  @For('coach', 'supervisor', 'administrator')
  list(@By() caller: Caller): Promise<ProgramList> {
    return this.programs.list(caller);
  }

  @Post()
  add(@By() caller: Caller, @Body() asked: AddProgram): Promise<ProgramView> {
    return this.programs.add(caller, asked);
  }

  @Put(':id')
  rename(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { name }: ProgramName,
  ): Promise<ProgramView> {
    return this.programs.rename(caller, id, version, name);
  }

  @Post(':id/close')
  @HttpCode(200)
  close(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<ProgramView> {
    return this.programs.close(caller, id, version);
  }

  @Post(':id/open')
  @HttpCode(200)
  open(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<ProgramView> {
    return this.programs.open(caller, id, version);
  }
}
