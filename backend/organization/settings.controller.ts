import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import {
  ChangesAsked,
  OrganizationSettings,
  SetOrganizationDetails,
  SettingChanges,
} from './settings.dto.js';
import { SettingsService } from './settings.service.js';

@Controller('api/settings')
@For('administrator')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  look(@By() caller: Caller): Promise<OrganizationSettings> {
    return this.settings.look(caller);
  }

  @Put()
  set(@By() caller: Caller, @Body() asked: SetOrganizationDetails): Promise<OrganizationSettings> {
    return this.settings.set(caller, asked);
  }

  @Get('changes')
  changes(@By() caller: Caller, @Query() asked: ChangesAsked): Promise<SettingChanges> {
    return this.settings.changes(caller, asked);
  }
}
