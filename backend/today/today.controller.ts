import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { PutAway, PutAwayView } from './put-away.dto.js';
import { Today } from './today.dto.js';
import { TodayService } from './today.service.js';

@Controller('api')
export class TodayController {
  constructor(private readonly today: TodayService) {}

  @Get('today')
  @For('coach')
  open(@By() caller: Caller): Promise<Today> {
    return this.today.open(caller);
  }

  @Post('put-aways')
  @For('coach')
  putAway(@By() caller: Caller, @Body() asked: PutAway): Promise<PutAwayView> {
    return this.today.putAway(caller, asked);
  }

  @Post('put-aways/:id/undo')
  @HttpCode(200)
  @For('coach')
  bringBack(@By() caller: Caller, @Param('id') id: string): Promise<PutAwayView> {
    return this.today.bringBack(caller, id);
  }
}
