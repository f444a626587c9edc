import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { AccountHistoryService } from './account-history.service.js';
import { AccountHistory, GiveRole, HistoryAsked, ReportTo, TakeRole } from './account-roles.dto.js';
import { AccountRolesService } from './account-roles.service.js';
import { Person } from './person.dto.js';

@Controller('api/people/:id')
@For('administrator')
export class AccountRolesController {
  constructor(
    private readonly roles: AccountRolesService,
    private readonly histories: AccountHistoryService,
  ) {}

  @Post('roles')
  @HttpCode(200)
  give(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() given: GiveRole,
  ): Promise<Person> {
    return this.roles.give(caller, id, version, given);
  }

  @Post('roles/take')
  @HttpCode(200)
  take(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() taken: TakeRole,
  ): Promise<Person> {
    return this.roles.take(caller, id, version, taken);
  }

  @Put('supervisor')
  reportTo(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { supervisorId }: ReportTo,
  ): Promise<Person> {
    return this.roles.reportTo(caller, id, version, supervisorId ?? null);
  }

  @Get('history')
  history(
    @By() caller: Caller,
    @Param('id') id: string,
    @Query() { after }: HistoryAsked,
  ): Promise<AccountHistory> {
    return this.histories.open(caller, id, after);
  }
}
