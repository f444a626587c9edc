import { Controller, Get, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { By, type Caller, For } from '../access/caller.js';
import { csvFile } from './csv-file.js';
import { TakenOutFiles } from './taken-out-files.js';

@Controller('api/moving-out')
export class MovingOutController {
  constructor(private readonly files: TakenOutFiles) {}

  @Get('people')
  @For('administrator')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async people(
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return csvFile(reply, await this.files.people(caller), 'people.csv');
  }

  @Get('contacts')
  @For('administrator', 'supervisor')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async contacts(
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return csvFile(reply, await this.files.contacts(caller), 'contacts.csv');
  }
}
