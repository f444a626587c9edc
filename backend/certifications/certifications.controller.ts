import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { BoardExport } from './board.view.js';
import { BoardService } from './board.service.js';
import {
  BoardAsked,
  EndCertification,
  EnterCertification,
  RemoveCertification,
  SetCertification,
} from './certification.dto.js';
import {
  CertificationLines,
  CertificationView,
  CoachCertification,
  PressingCertifications,
} from './certification.view.js';
import { CertificationsService } from './certifications.service.js';

@Controller('api')
export class CertificationsController {
  constructor(
    private readonly certifications: CertificationsService,
    private readonly board: BoardService,
  ) {}

  @Get('certifications')
  @For('supervisor', 'administrator')
  list(@By() caller: Caller): Promise<CertificationLines> {
    return this.certifications.list(caller);
  }

  @Get('pressing-certifications')
  @For('coach', 'supervisor', 'administrator')
  pressing(@By() caller: Caller): Promise<PressingCertifications> {
    return this.certifications.pressing(caller);
  }

  @Get('coaches/:id/certification')
  @For('coach', 'supervisor', 'administrator')
  open(@By() caller: Caller, @Param('id') id: string): Promise<CoachCertification> {
    return this.certifications.open(caller, id);
  }

  @Post('coaches/:id/certifications')
  @For('supervisor', 'administrator')
  enter(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() asked: EnterCertification,
  ): Promise<CertificationView> {
    return this.certifications.enter(caller, id, asked);
  }

  @Put('certifications/:id')
  @For('supervisor', 'administrator')
  set(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: SetCertification,
  ): Promise<CertificationView> {
    return this.certifications.set(caller, id, version, asked);
  }

  @Put('certifications/:id/end')
  @For('supervisor', 'administrator')
  end(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: EndCertification,
  ): Promise<CertificationView> {
    return this.certifications.end(caller, id, version, asked);
  }

  @Put('certifications/:id/take-ending-back')
  @For('supervisor', 'administrator')
  takeEndingBack(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<CertificationView> {
    return this.certifications.takeEndingBack(caller, id, version);
  }

  @Put('certifications/:id/remove')
  @HttpCode(204)
  @For('supervisor', 'administrator')
  remove(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { why }: RemoveCertification,
  ): Promise<void> {
    return this.certifications.remove(caller, id, version, why);
  }

  @Get('coaches/:id/board')
  @For('coach', 'supervisor', 'administrator')
  openBoard(@By() caller: Caller, @Param('id') id: string, @Query() asked: BoardAsked): Promise<BoardExport> {
    return this.board.open(caller, id, asked);
  }

  @Get('coaches/:id/board.csv')
  @For('coach', 'supervisor', 'administrator')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async downloadBoard(
    @By() caller: Caller,
    @Param('id') id: string,
    @Query() asked: BoardAsked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const csv = await this.board.csv(caller, id, asked);
    void reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="hours-${asked.from}-to-${asked.to}.csv"`,
      'content-security-policy': "sandbox; default-src 'none'",
    });
    return csv;
  }
}
