import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import {
  ChangePeriod,
  EnterPeriod,
  RecoveryDays,
  SetOwnBirthday,
  SetRecoveryDays,
} from './recovery-days.dto.js';
import { RecoveryDaysService } from './recovery-days.service.js';

@Controller('api/recovery-days')
@For('participant')
export class RecoveryDaysController {
  constructor(private readonly days: RecoveryDaysService) {}

  @Get()
  open(@By() caller: Caller): Promise<RecoveryDays> {
    return this.days.open(caller);
  }

  @Post('periods')
  enter(@By() caller: Caller, @Body() period: EnterPeriod): Promise<RecoveryDays> {
    return this.days.enter(caller, period);
  }

  @Put('periods/:id')
  change(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() period: ChangePeriod,
  ): Promise<RecoveryDays> {
    return this.days.change(caller, id, version, period);
  }

  @Post('periods/:id/remove')
  @HttpCode(200)
  remove(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<RecoveryDays> {
    return this.days.remove(caller, id, version);
  }

  @Post('periods/:id/restore')
  @HttpCode(200)
  restore(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<RecoveryDays> {
    return this.days.restore(caller, id, version);
  }

  @Put('settings')
  set(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() settings: SetRecoveryDays,
  ): Promise<RecoveryDays> {
    return this.days.set(caller, version, settings);
  }

  @Put('birthday')
  setBirthday(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() birthday: SetOwnBirthday,
  ): Promise<RecoveryDays> {
    return this.days.setBirthday(caller, version, birthday);
  }
}
