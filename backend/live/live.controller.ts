import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { By, type Caller, For } from '../access/caller.js';
import { ROLES } from '../access/roles.js';
import { LiveService } from './live.service.js';

@Controller('api/live')
@For(...ROLES)
export class LiveController {
  constructor(private readonly live: LiveService) {}

  @Get()
  @ApiOkResponse({
    description:
      'Server-sent events: `{ "participantId": … }` when something about somebody of concern changed, `reset` when ' +
      'everything should be asked for anew, `ready` once all that was missed has been told, `over` when the session ended.',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  async open(
    @By() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') lastEventId?: string,
  ): Promise<void> {
    if (request.method === 'HEAD') return void reply.send();
    await this.live.open(caller, reply, lastEventId);
  }
}
