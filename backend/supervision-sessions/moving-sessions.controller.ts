import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { MovingSessionsService } from './moving-sessions.service.js';
import { AskToMove } from './supervision-session.dto.js';
import { OtherTimes, SessionsToMove, SupervisionSession } from './supervision-session.view.js';

@Controller('api')
export class MovingSessionsController {
  constructor(private readonly moving: MovingSessionsService) {}

  /** Those that a coach asks to move and nobody has answered. */
  @Get('sessions-to-move')
  @For('supervisor')
  list(@By() caller: Caller): Promise<SessionsToMove> {
    return this.moving.list(caller);
  }

  @Get('supervision-sessions/:id/other-times')
  @For('coach', 'supervisor')
  otherTimes(@By() caller: Caller, @Param('id') id: string): Promise<OtherTimes> {
    return this.moving.otherTimes(caller, id);
  }

  @Post('supervision-sessions/:id/move-requests')
  @For('coach')
  ask(@By() caller: Caller, @Param('id') id: string, @Body() asked: AskToMove): Promise<SupervisionSession> {
    return this.moving.ask(caller, id, asked);
  }

  @Post('supervision-sessions/:id/move-requests/:requestId/withdraw')
  @HttpCode(200)
  @For('coach')
  withdraw(
    @By() caller: Caller,
    @Param('id') id: string,
    @Param('requestId') requestId: string,
  ): Promise<SupervisionSession> {
    return this.moving.settle(caller, id, requestId, 'withdrawn');
  }

  /** The time stays as it is. */
  @Post('supervision-sessions/:id/move-requests/:requestId/keep')
  @HttpCode(200)
  @For('supervisor')
  keep(
    @By() caller: Caller,
    @Param('id') id: string,
    @Param('requestId') requestId: string,
  ): Promise<SupervisionSession> {
    return this.moving.settle(caller, id, requestId, 'kept');
  }
}
