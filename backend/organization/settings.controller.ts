import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { ProgramsService } from './programs.service.js';
import {
  ChangesAsked,
  KeptPrograms,
  OrganizationDetails,
  OrganizationSettings,
  SettingChanges,
} from './settings.dto.js';
import { SettingsService } from './settings.service.js';

@Controller('api/settings')
@For('administrator')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly kept: ProgramsService,
  ) {}

  @Get()
  look(@By() caller: Caller): Promise<OrganizationSettings> {
    return this.settings.look(caller);
  }

  @Put()
  set(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() asked: OrganizationDetails,
  ): Promise<OrganizationSettings> {
    return this.settings.set(caller, version, asked);
  }

  @Get('programs')
  programs(@By() caller: Caller): Promise<KeptPrograms> {
    return this.kept.keep(caller);
  }

  @Get('changes')
  changes(@By() caller: Caller, @Query() asked: ChangesAsked): Promise<SettingChanges> {
    return this.settings.changes(caller, asked);
  }
}
