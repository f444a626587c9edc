import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { Disabling } from './account-roles.dto.js';
import { AccountsService } from './accounts.service.js';
import { GettingReady } from './getting-ready.dto.js';
import { PeopleService } from './people.service.js';
import { AddedPerson, AddPerson, NewLink, PeopleAsked, Person, PersonList } from './person.dto.js';

@Controller('api/people')
@For('administrator')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly accounts: AccountsService,
  ) {}

  @Get()
  list(@By() caller: Caller, @Query() asked: PeopleAsked): Promise<PersonList> {
    return this.people.list(caller, asked);
  }

  @Get('getting-ready')
  gettingReady(@By() caller: Caller): Promise<GettingReady> {
    return this.people.gettingReady(caller);
  }

  @Post()
  add(@By() caller: Caller, @Body() person: AddPerson): Promise<AddedPerson> {
    return this.accounts.add(caller, person);
  }

  @Post(':id/invitation')
  @HttpCode(200)
  invite(@By() caller: Caller, @Param('id') id: string): Promise<NewLink> {
    return this.accounts.inviteAgain(caller, id);
  }

  @Post(':id/disable')
  @HttpCode(200)
  disable(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() sent: Disabling,
  ): Promise<Person> {
    return this.accounts.disable(caller, id, version, sent);
  }

  @Post(':id/enable')
  @HttpCode(200)
  enable(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<Person> {
    return this.accounts.enable(caller, id, version);
  }
}
