import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { Problem } from '../http/problem.js';
import { BYTES, bytesOf, TakesBytes } from '../http/raw-bytes.js';
import { csvFile } from './csv-file.js';
import { Matching, Move, MoveGo, MoveRows, Moves, MoveSent, RowsAsked } from './move.dto.js';
import { MovesService } from './moves.service.js';
import { MOST_BYTES } from './reading/sheet.js';
import { SHEET_PROBLEMS } from './reading/sheet-problems.js';
import { RefusedRowsFile } from './refused-rows-file.js';

@Controller('api/moving-in')
@For('administrator')
export class MovesController {
  constructor(
    private readonly moves: MovesService,
    private readonly refusedRows: RefusedRowsFile,
  ) {}

  @Get()
  list(@By() caller: Caller): Promise<Moves> {
    return this.moves.list(caller);
  }

  @Put(':id')
  @TakesBytes()
  @ApiConsumes(BYTES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  send(
    @By() caller: Caller,
    @Param('id') id: string,
    @Query() sent: MoveSent,
    @Req() request: FastifyRequest,
  ): Promise<Move> {
    return this.moves.send(caller, id, sent, bytesOf(request, MOST_BYTES, tooBig));
  }

  @Get(':id')
  one(@By() caller: Caller, @Param('id') id: string): Promise<Move> {
    return this.moves.one(caller, id);
  }

  @Put(':id/matching')
  match(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: Matching,
  ): Promise<Move> {
    return this.moves.match(caller, id, version, asked);
  }

  @Get(':id/rows')
  rows(@By() caller: Caller, @Param('id') id: string, @Query() asked: RowsAsked): Promise<MoveRows> {
    return this.moves.rows(caller, id, asked);
  }

  @Get(':id/refused')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async refused(
    @By() caller: Caller,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const lines = await this.refusedRows.open(caller, id);
    return csvFile(reply, lines, 'refused-rows.csv');
  }

  @Post(':id/go')
  @HttpCode(200)
  go(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { leaveOutRefused }: MoveGo,
  ): Promise<Move> {
    return this.moves.go(caller, id, version, leaveOutRefused);
  }

  @Delete(':id')
  @HttpCode(204)
  forget(@By() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.moves.forget(caller, id);
  }
}

function tooBig(): Problem {
  return new Problem(413, 'spreadsheet-too-big', SHEET_PROBLEMS['spreadsheet-too-big']);
}
