import { Module } from '@nestjs/common';
import { MovingSessionsController } from './moving-sessions.controller.js';
import { MovingSessionsService } from './moving-sessions.service.js';
import { SessionTellingJobs } from './session-telling.jobs.js';
import { SessionWritingController } from './session-writing.controller.js';
import { SessionWritingService } from './session-writing.service.js';
import { SupervisionSessionsController } from './supervision-sessions.controller.js';
import { SupervisionSessionsService } from './supervision-sessions.service.js';

/** Coaches and their supervisor talk about the work, in a rhythm: what about, what was decided, and for how long. */
@Module({
  controllers: [MovingSessionsController, SupervisionSessionsController, SessionWritingController],
  providers: [MovingSessionsService, SessionTellingJobs, SupervisionSessionsService, SessionWritingService],
})
export class SupervisionSessionsModule {}
