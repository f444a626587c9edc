import { Controller, Get, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { Looks, LooksAsked } from './look.dto.js';
import { LooksService } from './looks.service.js';

@Controller('api/looks')
@For('participant')
export class LooksController {
  constructor(private readonly looks: LooksService) {}

  @Get()
  list(@By() caller: Caller, @Query() asked: LooksAsked): Promise<Looks> {
    return this.looks.list(caller, asked);
  }
}
