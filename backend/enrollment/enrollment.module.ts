import { Module } from '@nestjs/common';
import { AssignmentController } from './assignment.controller.js';
import { AssignmentService } from './assignment.service.js';
import { CadenceController } from './cadence.controller.js';
import { CadenceService } from './cadence.service.js';
import { CoachWishController } from './coach-wish.controller.js';
import { CoachWishService } from './coach-wish.service.js';
import { DeathsController } from './deaths.controller.js';
import { DeathsService } from './deaths.service.js';
import { OwnCoachWishController } from './own-coach-wish.controller.js';
import { OwnCoachWishService } from './own-coach-wish.service.js';

/** Who walks with whom, and since when somebody is in the service. */
@Module({
  controllers: [
    AssignmentController,
    CadenceController,
    CoachWishController,
    DeathsController,
    OwnCoachWishController,
  ],
  providers: [AssignmentService, CadenceService, CoachWishService, DeathsService, OwnCoachWishService],
})
export class EnrollmentModule {}
