import { Body, Controller, Get, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { By, type Caller, For } from '../access/caller.js';
import { AskForCopy, RecordCopies, RecordCopy } from './record-copy.dto.js';
import { RecordCopiesService } from './record-copies.service.js';

@Controller('api/record-copies')
@For('participant')
export class RecordCopiesController {
  constructor(private readonly copies: RecordCopiesService) {}

  @Get()
  list(@By() caller: Caller): Promise<RecordCopies> {
    return this.copies.list(caller);
  }

  @Post()
  @HttpCode(200)
  ask(@By() caller: Caller, @Body() { copyId }: AskForCopy): Promise<RecordCopy> {
    return this.copies.ask(caller, copyId);
  }

  /** To keep, never to run: a file of its own that may load nothing. */
  @Get(':id/:format')
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @By() caller: Caller,
    @Param('id') id: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName, type, body } = await this.copies.download(caller, id, format);
    void reply.headers({
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    });
    return new StreamableFile(body, { type, disposition: `attachment; filename="${fileName}"` });
  }
}
