import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { AskForCall, CallsOfParticipant, CallsWithoutCoach, OwnCall } from './call.dto.js';
import { CallsService } from './calls.service.js';

@Controller('api')
export class CallsController {
  constructor(private readonly calls: CallsService) {}

  @Post('calls-asked-for')
  @HttpCode(200)
  @For('participant')
  ask(@By() caller: Caller, @Body() asked: AskForCall): Promise<OwnCall> {
    return this.calls.ask(caller, asked);
  }

  @Post('calls-asked-for/:id/take-back')
  @HttpCode(200)
  @For('participant')
  takeBack(@By() caller: Caller, @Param('id') id: string): Promise<OwnCall> {
    return this.calls.takeBack(caller, id);
  }

  /** Those that no coach sees, for the supervisors. */
  @Get('calls-asked-for/without-coach')
  @For('supervisor')
  withoutCoach(@By() caller: Caller): Promise<CallsWithoutCoach> {
    return this.calls.withoutCoach(caller);
  }

  @Get('participants/:id/calls-asked-for')
  @For('coach', 'supervisor')
  listOf(@By() caller: Caller, @Param('id') id: string): Promise<CallsOfParticipant> {
    return this.calls.listOf(caller, id);
  }
}
