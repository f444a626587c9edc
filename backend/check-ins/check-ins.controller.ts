import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { CheckInsAsked, NewCheckIn, OwnNewCheckIn } from './check-in.dto.js';
import {
  CheckInAnswer,
  CheckInPage,
  CheckInsOfParticipant,
  CheckInTakenBack,
  CheckInView,
  CheckInWeeks,
} from './check-in.view.js';
import { CheckInsService } from './check-ins.service.js';

@Controller('api')
export class CheckInsController {
  constructor(private readonly checkIns: CheckInsService) {}

  @Post('check-ins')
  @For('participant')
  checkIn(@By() caller: Caller, @Body() checkIn: OwnNewCheckIn): Promise<CheckInAnswer> {
    return this.checkIns.checkIn(caller, checkIn);
  }

  @Get('check-ins')
  @For('participant')
  listOwn(@By() caller: Caller, @Query() asked: CheckInsAsked): Promise<CheckInPage> {
    return this.checkIns.listOwn(caller, asked);
  }

  @Get('check-ins/weeks')
  @For('participant')
  ownWeeks(@By() caller: Caller): Promise<CheckInWeeks> {
    return this.checkIns.ownWeeks(caller);
  }

  @Post('check-ins/:id/take-back')
  @HttpCode(200)
  @For('participant', 'coach')
  takeBack(@By() caller: Caller, @Param('id') id: string): Promise<CheckInTakenBack> {
    return this.checkIns.takeBack(caller, id);
  }

  @Get('participants/:id/check-ins')
  @For('coach', 'supervisor')
  listOf(@By() caller: Caller, @Param('id') id: string): Promise<CheckInsOfParticipant> {
    return this.checkIns.listOf(caller, id);
  }

  @Post('participants/:id/check-ins')
  @For('coach')
  checkInWith(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() checkIn: NewCheckIn,
  ): Promise<CheckInView> {
    return this.checkIns.checkInWith(caller, id, checkIn);
  }
}
