import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';

@Module({ controllers: [ContactsController, DraftsController], providers: [ContactsService, DraftsService] })
export class ContactsModule {}
