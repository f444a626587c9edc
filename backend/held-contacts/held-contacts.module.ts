import { Module } from '@nestjs/common';
import { HeldContactsController } from './held-contacts.controller.js';
import { HeldContactsService } from './held-contacts.service.js';

/** Contacts held for a supervisor, and released. */
@Module({ controllers: [HeldContactsController], providers: [HeldContactsService] })
export class HeldContactsModule {}
