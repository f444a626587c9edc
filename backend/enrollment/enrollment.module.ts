import { Module } from '@nestjs/common';
import { AssignmentController } from './assignment.controller.js';
import { AssignmentService } from './assignment.service.js';

/** Who walks with whom, and since when somebody is in the service. */
@Module({ controllers: [AssignmentController], providers: [AssignmentService] })
export class EnrollmentModule {}
