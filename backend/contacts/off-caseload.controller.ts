import { Controller, Get, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { LoggedElsewhere, NamesAsked, NamesInProgram } from './off-caseload.dto.js';
import { OffCaseloadService } from './off-caseload.service.js';

@Controller('api')
@For('coach')
export class OffCaseloadController {
  constructor(private readonly offCaseload: OffCaseloadService) {}

  @Get('names-in-program')
  names(@By() caller: Caller, @Query() asked: NamesAsked): Promise<NamesInProgram> {
    return this.offCaseload.names(caller, asked);
  }

  @Get('logged-elsewhere')
  loggedElsewhere(@By() caller: Caller): Promise<LoggedElsewhere> {
    return this.offCaseload.loggedElsewhere(caller);
  }
}
