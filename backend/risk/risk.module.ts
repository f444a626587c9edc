import { Module } from '@nestjs/common';
import { RiskNotesController } from './risk-notes.controller.js';
import { RiskNotesService } from './risk-notes.service.js';

@Module({ controllers: [RiskNotesController], providers: [RiskNotesService] })
export class RiskModule {}
