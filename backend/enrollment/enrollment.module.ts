import { Module } from '@nestjs/common';
import { AssignmentController } from './assignment.controller.js';
import { AssignmentService } from './assignment.service.js';
import { CadenceController } from './cadence.controller.js';
import { CadenceService } from './cadence.service.js';

/** Who walks with whom, and since when somebody is in the service. */
@Module({
  controllers: [AssignmentController, CadenceController],
  providers: [AssignmentService, CadenceService],
})
export class EnrollmentModule {}
