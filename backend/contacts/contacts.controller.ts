import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { AddAddendum, ContactWords, LogContact, VoidReason, WrongPerson } from './contact.dto.js';
import { ContactVersions, ContactView } from './contact.view.js';
import { ContactsService } from './contacts.service.js';

@Controller('api/contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Post()
  @For('coach')
  log(@By() caller: Caller, @Body() contact: LogContact): Promise<ContactView> {
    return this.contacts.log(caller, contact);
  }

  @Get(':id')
  @For('coach', 'supervisor')
  open(@By() caller: Caller, @Param('id') id: string): Promise<ContactView> {
    return this.contacts.open(caller, id);
  }

  @Get(':id/versions')
  @For('coach', 'supervisor')
  versions(@By() caller: Caller, @Param('id') id: string): Promise<ContactVersions> {
    return this.contacts.versions(caller, id);
  }

  @Put(':id')
  @For('coach')
  amend(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() contact: ContactWords,
  ): Promise<ContactView> {
    return this.contacts.amend(caller, id, version, contact);
  }

  @Post(':id/void')
  @HttpCode(200)
  @For('coach', 'supervisor')
  void(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: VoidReason,
  ): Promise<ContactView> {
    return this.contacts.void(caller, id, version, reason);
  }

  @Post(':id/wrong-person')
  @For('coach')
  moveToRightPerson(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: WrongPerson,
  ): Promise<ContactView> {
    return this.contacts.moveToRightPerson(caller, id, version, asked);
  }

  @Post(':id/addenda')
  @For('coach', 'supervisor')
  addAddendum(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() addendum: AddAddendum,
  ): Promise<ContactView> {
    return this.contacts.addAddendum(caller, id, addendum);
  }
}
