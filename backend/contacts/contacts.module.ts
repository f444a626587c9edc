import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';
import { OffCaseloadController } from './off-caseload.controller.js';
import { OffCaseloadService } from './off-caseload.service.js';
import { PlannedContactsController } from './planned-contacts.controller.js';
import { PlannedContactsService } from './planned-contacts.service.js';

@Module({
  controllers: [ContactsController, DraftsController, OffCaseloadController, PlannedContactsController],
  providers: [ContactsService, DraftsService, OffCaseloadService, PlannedContactsService],
})
export class ContactsModule {}
