import { Module } from '@nestjs/common';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { MakeExports } from './make-exports.js';

/** Files to take out, written by a job, kept for some days. */
@Module({ controllers: [ExportsController], providers: [ExportsService, MakeExports] })
export class ExportsModule {}
