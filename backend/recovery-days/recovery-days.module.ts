import { Module } from '@nestjs/common';
import { RecoveryDaysController } from './recovery-days.controller.js';
import { RecoveryDaysService } from './recovery-days.service.js';
import { SharedDaysController } from './shared-days.controller.js';
import { SharedDaysService } from './shared-days.service.js';

/** Days in recovery: the participant's own, and what they share of them. */
@Module({
  controllers: [RecoveryDaysController, SharedDaysController],
  providers: [RecoveryDaysService, SharedDaysService],
})
export class RecoveryDaysModule {}
