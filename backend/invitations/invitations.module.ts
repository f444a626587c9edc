import { Module } from '@nestjs/common';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';

/** A link or a card with which a participant opens their account, once. */
@Module({ controllers: [InvitationsController], providers: [InvitationsService] })
export class InvitationsModule {}
