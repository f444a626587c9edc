import { Module } from '@nestjs/common';
import { TodayController } from './today.controller.js';
import { TodayService } from './today.service.js';

/** Where a coach lands: who needs them today, and why. */
@Module({ controllers: [TodayController], providers: [TodayService] })
export class TodayModule {}
