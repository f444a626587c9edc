import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { By, type Caller, For } from '../access/caller.js';
import { AskForExport, Export, Exports } from './export.dto.js';
import { ExportsService } from './exports.service.js';
import { TYPES } from './file-of-rows.js';

@Controller('api/exports')
@For('administrator', 'supervisor')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get()
  list(@By() caller: Caller): Promise<Exports> {
    return this.exports.list(caller);
  }

  @Post()
  @HttpCode(200)
  ask(@By() caller: Caller, @Body() asked: AskForExport): Promise<Export> {
    return this.exports.ask(caller, asked);
  }

  @Get(':id')
  one(@By() caller: Caller, @Param('id') id: string): Promise<Export> {
    return this.exports.one(caller, id);
  }

  /** To keep, never to run. It says how long it is, so that a file that broke off is not taken for whole. */
  @Get(':id/file')
  @ApiProduces(...Object.values(TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async take(
    @By() caller: Caller,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName, type, byteCount, parts } = await this.exports.take(caller, id);
    void reply.headers({
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    });
    return new StreamableFile(Readable.from(parts, { objectMode: false }), {
      type,
      length: byteCount,
      disposition: `attachment; filename="${fileName}"`,
    });
  }

  @Delete(':id')
  @HttpCode(204)
  forget(@By() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.exports.forget(caller, id);
  }
}
