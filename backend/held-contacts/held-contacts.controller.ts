import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { HeldAsked, HeldContacts, OwnHeld, Released, ReleaseHeld } from './held-contacts.dto.js';
import { HeldContactsService } from './held-contacts.service.js';

@Controller('api')
export class HeldContactsController {
  constructor(private readonly held: HeldContactsService) {}

  @Get('held-contacts')
  @For('supervisor')
  list(@By() caller: Caller, @Query() asked: HeldAsked): Promise<HeldContacts> {
    return this.held.list(caller, asked);
  }

  @Post('held-contacts/release')
  @HttpCode(200)
  @For('supervisor')
  release(@By() caller: Caller, @Body() asked: ReleaseHeld): Promise<Released> {
    return this.held.release(caller, asked);
  }

  @Get('me/held-contacts')
  @For('coach')
  own(@By() caller: Caller): Promise<OwnHeld> {
    return this.held.own(caller);
  }

  @Put('me/held-contacts/seen')
  @HttpCode(204)
  @For('coach')
  seen(@By() caller: Caller): Promise<void> {
    return this.held.seen(caller);
  }
}
