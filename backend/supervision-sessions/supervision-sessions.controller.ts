import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import {
  CallOffSession,
  HoursAsked,
  PlanSession,
  SessionHours,
  SessionMoment,
} from './supervision-session.dto.js';
import {
  NextOfMine,
  SupervisionHours,
  SupervisionSession,
  SupervisionSessions,
} from './supervision-session.view.js';
import { SupervisionSessionsService } from './supervision-sessions.service.js';

@Controller('api')
export class SupervisionSessionsController {
  constructor(private readonly sessions: SupervisionSessionsService) {}

  @Get('supervision-sessions')
  @For('coach', 'supervisor')
  list(@By() caller: Caller): Promise<SupervisionSessions> {
    return this.sessions.list(caller);
  }

  @Get('supervision-sessions/next')
  @For('coach', 'supervisor')
  next(@By() caller: Caller): Promise<NextOfMine> {
    return this.sessions.next(caller);
  }

  @Get('supervision-sessions/:id')
  @For('coach', 'supervisor')
  open(@By() caller: Caller, @Param('id') id: string): Promise<SupervisionSession> {
    return this.sessions.open(caller, id);
  }

  @Post('supervision-sessions')
  @For('supervisor')
  plan(@By() caller: Caller, @Body() asked: PlanSession): Promise<SupervisionSession> {
    return this.sessions.plan(caller, asked);
  }

  @Put('supervision-sessions/:id/plan')
  @For('supervisor')
  move(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: SessionMoment,
  ): Promise<SupervisionSession> {
    return this.sessions.move(caller, id, version, asked);
  }

  @Post('supervision-sessions/:id/call-off')
  @HttpCode(200)
  @For('supervisor')
  callOff(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: CallOffSession,
  ): Promise<SupervisionSession> {
    return this.sessions.callOff(caller, id, version, asked);
  }

  @Post('supervision-sessions/:id/begin')
  @HttpCode(200)
  @For('supervisor')
  begin(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<SupervisionSession> {
    return this.sessions.begin(caller, id, version);
  }

  @Put('supervision-sessions/:id/hours')
  @For('supervisor')
  setHours(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: SessionHours,
  ): Promise<SupervisionSession> {
    return this.sessions.setHours(caller, id, version, asked);
  }

  @Get('supervision-hours')
  @For('coach', 'supervisor', 'administrator')
  hours(@By() caller: Caller, @Query() asked: HoursAsked): Promise<SupervisionHours> {
    return this.sessions.hours(caller, asked);
  }
}
