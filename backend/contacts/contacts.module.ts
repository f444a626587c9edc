import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';
import { PlannedContactsController } from './planned-contacts.controller.js';
import { PlannedContactsService } from './planned-contacts.service.js';

@Module({
  controllers: [ContactsController, DraftsController, PlannedContactsController],
  providers: [ContactsService, DraftsService, PlannedContactsService],
})
export class ContactsModule {}
