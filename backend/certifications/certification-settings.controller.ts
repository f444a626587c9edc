import { Body, Controller, Get, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { SetEducationNeed, SetUncertifiedLogging, UncertifiedLogging } from './certification.dto.js';
import { EducationNeeds, EducationNeedView } from './certification.view.js';
import { CertificationSettingsService } from './certification-settings.service.js';

@Controller('api')
@For('administrator')
export class CertificationSettingsController {
  constructor(private readonly settings: CertificationSettingsService) {}

  @Get('uncertified-logging')
  uncertified(@By() caller: Caller): Promise<UncertifiedLogging> {
    return this.settings.uncertified(caller);
  }

  @Put('uncertified-logging')
  setUncertified(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() asked: SetUncertifiedLogging,
  ): Promise<UncertifiedLogging> {
    return this.settings.setUncertified(caller, version, asked);
  }

  @Get('education-needs')
  @For('administrator', 'supervisor')
  needs(@By() caller: Caller): Promise<EducationNeeds> {
    return this.settings.needs(caller);
  }

  @Put('education-needs')
  setNeed(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() asked: SetEducationNeed,
  ): Promise<EducationNeedView> {
    return this.settings.setNeed(caller, version, asked);
  }
}
