import { Module } from '@nestjs/common';
import { AssessmentSettingsController } from './assessment-settings.controller.js';
import { AssessmentSettingsService } from './assessment-settings.service.js';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsService } from './assessments.service.js';
import { OwnAssessmentsController } from './own-assessments.controller.js';
import { OwnAssessmentsService } from './own-assessments.service.js';

/** BARC-10, PHQ-2 and PHQ-9: published questions, answered alone or with the coach. */
@Module({
  controllers: [AssessmentsController, OwnAssessmentsController, AssessmentSettingsController],
  providers: [AssessmentsService, OwnAssessmentsService, AssessmentSettingsService],
})
export class AssessmentsModule {}
