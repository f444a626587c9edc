import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { By, type Caller, For } from '../access/caller.js';
import { GivingOut, Report, ReportAsked } from './report.dto.js';
import { FORMATS } from './report-files.js';
import { ReportsService } from './reports.service.js';

@Controller('api/reports')
@For('administrator', 'supervisor')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  report(@By() caller: Caller, @Query() asked: ReportAsked): Promise<Report> {
    return this.reports.report(caller, asked);
  }

  /** Says that a report for outside goes to paper. */
  @Post('print')
  @HttpCode(204)
  print(@By() caller: Caller, @Body() asked: GivingOut): Promise<void> {
    return this.reports.print(caller, asked);
  }

  /** One table, as `csv` or `xlsx`. */
  @Get(':table/:format')
  @ApiProduces(...Object.values(FORMATS))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @By() caller: Caller,
    @Query() asked: ReportAsked,
    @Param('table') table: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName, type, body } = await this.reports.file(caller, asked, table, format);
    void reply.header('x-content-type-options', 'nosniff');
    return new StreamableFile(body, { type, disposition: `attachment; filename="${fileName}"` });
  }
}
