import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import {
  KeepPromise,
  MakePromise,
  PromisesOfParticipant,
  PromiseView,
  PromiseWords,
  ReleasePromise,
} from './promise.dto.js';
import { PromisesService } from './promises.service.js';

@Controller('api')
export class PromisesController {
  constructor(private readonly promises: PromisesService) {}

  @Post('promises')
  @For('coach')
  make(@By() caller: Caller, @Body() promise: MakePromise): Promise<PromiseView> {
    return this.promises.make(caller, promise);
  }

  @Get('participants/:id/promises')
  @For('coach', 'supervisor')
  listOf(@By() caller: Caller, @Param('id') id: string): Promise<PromisesOfParticipant> {
    return this.promises.listOf(caller, id);
  }

  @Put('promises/:id')
  @For('coach')
  change(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() words: PromiseWords,
  ): Promise<PromiseView> {
    return this.promises.change(caller, id, version, words);
  }

  @Post('promises/:id/keep')
  @HttpCode(200)
  @For('coach')
  keep(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: KeepPromise,
  ): Promise<PromiseView> {
    return this.promises.keep(caller, id, version, asked);
  }

  @Post('promises/:id/release')
  @HttpCode(200)
  @For('coach')
  release(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReleasePromise,
  ): Promise<PromiseView> {
    return this.promises.release(caller, id, version, reason);
  }

  @Post('promises/:id/reopen')
  @HttpCode(200)
  @For('coach')
  reopen(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<PromiseView> {
    return this.promises.reopen(caller, id, version);
  }
}
