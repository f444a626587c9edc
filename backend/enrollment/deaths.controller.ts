import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { Deaths, DeathTakenBack, DeathView, DeathWords, LastWord, SayDeath } from './death.dto.js';
import { DeathsService } from './deaths.service.js';

@Controller('api')
@For('coach', 'supervisor')
export class DeathsController {
  constructor(private readonly deaths: DeathsService) {}

  @Get('deaths')
  list(@By() caller: Caller): Promise<Deaths> {
    return this.deaths.list(caller);
  }

  @Get('deaths/closed')
  @For('supervisor')
  closedRecords(@By() caller: Caller): Promise<Deaths> {
    return this.deaths.closedRecords(caller);
  }

  @Post('participants/:id/death')
  say(@By() caller: Caller, @Param('id') id: string, @Body() said: SayDeath): Promise<DeathView> {
    return this.deaths.say(caller, id, said);
  }

  @Put('deaths/:id')
  setRight(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() words: DeathWords,
  ): Promise<DeathView> {
    return this.deaths.setRight(caller, id, version, words);
  }

  @Post('deaths/:id/spoken')
  @HttpCode(200)
  @For('supervisor')
  spoke(@By() caller: Caller, @Param('id') id: string): Promise<DeathView> {
    return this.deaths.spokeWithCoach(caller, id);
  }

  @Post('deaths/:id/last-word')
  @HttpCode(200)
  close(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { words }: LastWord,
  ): Promise<DeathView> {
    return this.deaths.close(caller, id, version, words);
  }

  @Post('deaths/:id/take-back')
  @HttpCode(200)
  takeBack(@By() caller: Caller, @Param('id') id: string): Promise<DeathTakenBack> {
    return this.deaths.takeBack(caller, id);
  }
}
