import { Module } from '@nestjs/common';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';

/** What a program shows of its results. */
@Module({ controllers: [ReportsController], providers: [ReportsService] })
export class ReportsModule {}
