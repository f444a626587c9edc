import { Module } from '@nestjs/common';
import { BoardService } from './board.service.js';
import { CertificationSettingsController } from './certification-settings.controller.js';
import { CertificationSettingsService } from './certification-settings.service.js';
import { CertificationsController } from './certifications.controller.js';
import { CertificationsJobs } from './certifications.jobs.js';
import { CertificationsService } from './certifications.service.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { EducationService } from './education.service.js';
import { RenewalsController } from './renewals.controller.js';
import { RenewalsService } from './renewals.service.js';

/** Certifications with their documents, renewals, continuing education, reminders, and the export for a board. */
@Module({
  controllers: [
    CertificationsController,
    RenewalsController,
    CertificationSettingsController,
    DocumentsController,
  ],
  providers: [
    CertificationsService,
    RenewalsService,
    EducationService,
    DocumentsService,
    CertificationSettingsService,
    BoardService,
    CertificationsJobs,
  ],
})
export class CertificationsModule {}
