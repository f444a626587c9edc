import { Module } from '@nestjs/common';
import { CallsController } from './calls.controller.js';
import { CallsService } from './calls.service.js';

/** "I'd like a call": asked for by participants, seen by their coaches at once. */
@Module({ controllers: [CallsController], providers: [CallsService] })
export class CallsModule {}
