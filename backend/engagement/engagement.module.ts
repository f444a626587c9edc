import { Module } from '@nestjs/common';
import { CaseloadService } from './caseload.service.js';
import { EngagementController } from './engagement.controller.js';
import { ParticipantsService } from './participants.service.js';

/** Who needs whom: the caseload, and one participant's page with its timeline. */
@Module({ controllers: [EngagementController], providers: [CaseloadService, ParticipantsService] })
export class EngagementModule {}
