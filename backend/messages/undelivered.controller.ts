import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { UndeliveredList } from './undelivered.dto.js';
import { UndeliveredService } from './undelivered.service.js';

@Controller('api/messages/undelivered')
@For('administrator')
export class UndeliveredController {
  constructor(private readonly undelivered: UndeliveredService) {}

  @Get()
  list(@By() caller: Caller): Promise<UndeliveredList> {
    return this.undelivered.list(caller);
  }

  @Post('try-now')
  @HttpCode(200)
  tryNow(@By() caller: Caller): Promise<UndeliveredList> {
    return this.undelivered.tryNow(caller);
  }
}
