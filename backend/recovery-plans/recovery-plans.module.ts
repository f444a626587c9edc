import { Module } from '@nestjs/common';
import { OwnRecoveryPlanController } from './own-recovery-plan.controller.js';
import { RecoveryPlansController } from './recovery-plans.controller.js';
import { RecoveryPlansService } from './recovery-plans.service.js';

/** The participant's own plan: signs, triggers, what helps, safe places, whom to call, reasons. */
@Module({
  controllers: [OwnRecoveryPlanController, RecoveryPlansController],
  providers: [RecoveryPlansService],
})
export class RecoveryPlansModule {}
