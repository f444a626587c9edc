import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import {
  AnsweringSettings,
  FederalHolidays,
  Holiday,
  SetCrisis,
  SetHours,
  SetOnCall,
  SetTimes,
} from './answering-settings.dto.js';
import { AnsweringSettingsService } from './answering-settings.service.js';

@Controller('api/answering')
@For('administrator')
export class AnsweringSettingsController {
  constructor(private readonly settings: AnsweringSettingsService) {}

  @Get()
  open(@By() caller: Caller): Promise<AnsweringSettings> {
    return this.settings.open(caller);
  }

  @Put('hours')
  setHours(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() hours: SetHours,
  ): Promise<AnsweringSettings> {
    return this.settings.setHours(caller, version, hours);
  }

  @Put('times')
  setTimes(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() times: SetTimes,
  ): Promise<AnsweringSettings> {
    return this.settings.setTimes(caller, version, times);
  }

  @Put('on-call')
  setOnCall(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() { accountId }: SetOnCall,
  ): Promise<AnsweringSettings> {
    return this.settings.setOnCall(caller, version, accountId ?? null);
  }

  @Put('crisis')
  setCrisis(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() crisis: SetCrisis,
  ): Promise<AnsweringSettings> {
    return this.settings.setCrisis(caller, version, crisis);
  }

  @Post('holidays')
  @HttpCode(200)
  addHoliday(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() holiday: Holiday,
  ): Promise<AnsweringSettings> {
    return this.settings.addHoliday(caller, version, holiday);
  }

  @Post('federal-holidays')
  @HttpCode(200)
  addFederalHolidays(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() { year }: FederalHolidays,
  ): Promise<AnsweringSettings> {
    return this.settings.addFederalHolidays(caller, version, year);
  }

  @Delete('holidays/:day')
  removeHoliday(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Param('day') day: string,
  ): Promise<AnsweringSettings> {
    return this.settings.removeHoliday(caller, version, day);
  }
}
