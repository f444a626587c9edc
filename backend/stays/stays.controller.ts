import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import {
  CloseStay,
  EndedStays,
  EndedStaysAsked,
  EnrollAgain,
  StayBegun,
  StayClosed,
  StayReopened,
  Stays,
  ToClose,
} from './stay.dto.js';
import { StaysService } from './stays.service.js';

@Controller('api')
@For('coach', 'supervisor', 'administrator')
export class StaysController {
  constructor(private readonly stays: StaysService) {}

  @Get('participants/:id/stays')
  listOf(@By() caller: Caller, @Param('id') id: string): Promise<Stays> {
    return this.stays.listOf(caller, id);
  }

  @Post('participants/:id/stays')
  @For('supervisor', 'administrator')
  enrollAgain(@By() caller: Caller, @Param('id') id: string, @Body() sent: EnrollAgain): Promise<StayBegun> {
    return this.stays.enrollAgain(caller, id, sent);
  }

  @Get('stays/ended')
  ended(@By() caller: Caller, @Query() asked: EndedStaysAsked): Promise<EndedStays> {
    return this.stays.ended(caller, asked);
  }

  @Get('enrollments/:id/closing')
  look(@By() caller: Caller, @Param('id') id: string): Promise<ToClose> {
    return this.stays.look(caller, id);
  }

  @Post('enrollments/:id/closing')
  close(@By() caller: Caller, @Param('id') id: string, @Body() sent: CloseStay): Promise<StayClosed> {
    return this.stays.close(caller, id, sent);
  }

  @Post('closings/:id/take-back')
  @HttpCode(200)
  takeBack(@By() caller: Caller, @Param('id') id: string): Promise<StayReopened> {
    return this.stays.takeBack(caller, id);
  }
}
