import { Controller, Get } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { ProgramList } from './program.dto.js';
import { ProgramsService } from './programs.service.js';

@Controller('api/programs')
export class ProgramsController {
  constructor(private readonly programs: ProgramsService) {}

  @Get()
  @For('coach', 'supervisor', 'administrator')
  list(@By() caller: Caller): Promise<ProgramList> {
    return this.programs.list(caller);
  }
}
