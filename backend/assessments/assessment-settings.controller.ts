import { Body, Controller, Get, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { AssessmentSettings, SetRhythm } from './assessment-settings.dto.js';
import { AssessmentSettingsService } from './assessment-settings.service.js';

@Controller('api/assessment-settings')
@For('administrator')
export class AssessmentSettingsController {
  constructor(private readonly settings: AssessmentSettingsService) {}

  @Get()
  open(@By() caller: Caller): Promise<AssessmentSettings> {
    return this.settings.open(caller);
  }

  @Put()
  set(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() rhythm: SetRhythm,
  ): Promise<AssessmentSettings> {
    return this.settings.set(caller, version, rhythm);
  }
}
