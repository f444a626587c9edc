import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { PulseView, PulseWords, SayPulse, SharePulse } from './pulse.dto.js';
import { PulsesService } from './pulses.service.js';
import { OwnQuietHours, QuietHours, SetWellbeing, WellbeingSettings } from './quiet-hours.dto.js';
import { OwnWellbeing, TeamWellbeing } from './wellbeing.dto.js';
import { WellbeingService } from './wellbeing.service.js';

@Controller('api/wellbeing')
@For('coach')
export class WellbeingController {
  constructor(
    private readonly wellbeing: WellbeingService,
    private readonly pulses: PulsesService,
  ) {}

  @Get()
  own(@By() caller: Caller): Promise<OwnWellbeing> {
    return this.wellbeing.own(caller);
  }

  @Get('team')
  @For('supervisor')
  team(@By() caller: Caller): Promise<TeamWellbeing> {
    return this.wellbeing.team(caller);
  }

  @Get('settings')
  @For('administrator')
  settings(@By() caller: Caller): Promise<WellbeingSettings> {
    return this.wellbeing.settings(caller);
  }

  @Put('settings')
  @For('administrator')
  setSettings(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() asked: SetWellbeing,
  ): Promise<WellbeingSettings> {
    return this.wellbeing.setSettings(caller, version, asked);
  }

  @Put('quiet-hours')
  setQuietHours(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() hours: QuietHours,
  ): Promise<OwnQuietHours> {
    return this.wellbeing.setQuietHours(caller, version, hours);
  }

  @Delete('quiet-hours')
  dropQuietHours(@By() caller: Caller): Promise<OwnQuietHours> {
    return this.wellbeing.dropQuietHours(caller);
  }

  @Post('pulses')
  say(@By() caller: Caller, @Body() said: SayPulse): Promise<PulseView> {
    return this.pulses.say(caller, said);
  }

  @Put('pulses/:id')
  change(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() words: PulseWords,
  ): Promise<PulseView> {
    return this.pulses.change(caller, id, version, words);
  }

  @Put('pulses/:id/shared')
  share(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { isShared }: SharePulse,
  ): Promise<PulseView> {
    return this.pulses.share(caller, id, version, isShared);
  }

  @Delete('pulses/:id')
  @HttpCode(204)
  remove(@By() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.pulses.remove(caller, id);
  }
}
