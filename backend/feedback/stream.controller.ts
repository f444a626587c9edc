import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { MarkSeen, MarkUnseen } from './feedback.dto.js';
import { MarkedSeen, MarkedUnseen, Stream, StreamAsked } from './stream.dto.js';
import { StreamService } from './stream.service.js';

@Controller('api/contact-stream')
@For('supervisor')
export class StreamController {
  constructor(private readonly streams: StreamService) {}

  @Get()
  stream(@By() caller: Caller, @Query() asked: StreamAsked): Promise<Stream> {
    return this.streams.stream(caller, asked);
  }

  @Post('looked')
  @HttpCode(204)
  looked(@By() caller: Caller): Promise<void> {
    return this.streams.looked(caller);
  }

  @Post('seen')
  @HttpCode(200)
  seen(@By() caller: Caller, @Body() asked: MarkSeen): Promise<MarkedSeen> {
    return this.streams.seen(caller, asked);
  }

  @Post('unseen')
  @HttpCode(200)
  unseen(@By() caller: Caller, @Body() asked: MarkUnseen): Promise<MarkedUnseen> {
    return this.streams.unseen(caller, asked);
  }
}
