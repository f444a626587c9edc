import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { Congratulate, GiveBirthday, RecoveryDaysOfParticipant } from './shared-days.dto.js';
import { SharedDaysService } from './shared-days.service.js';

@Controller('api/participants/:id')
@For('coach', 'supervisor')
export class SharedDaysController {
  constructor(private readonly days: SharedDaysService) {}

  @Get('recovery-days')
  open(@By() caller: Caller, @Param('id') id: string): Promise<RecoveryDaysOfParticipant> {
    return this.days.open(caller, id);
  }

  @Put('congratulations')
  congratulate(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() milestone: Congratulate,
  ): Promise<RecoveryDaysOfParticipant> {
    return this.days.congratulate(caller, id, milestone, false);
  }

  @Post('congratulations/take-back')
  @HttpCode(200)
  takeBack(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() milestone: Congratulate,
  ): Promise<RecoveryDaysOfParticipant> {
    return this.days.congratulate(caller, id, milestone, true);
  }

  /** If-Match of the birthday that stands there, 0 for none. */
  @Put('birthday')
  giveBirthday(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() birthday: GiveBirthday,
  ): Promise<RecoveryDaysOfParticipant> {
    return this.days.giveBirthday(caller, id, version, birthday);
  }
}
