import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { AboutCoach, SayAbout } from './about.dto.js';
import { AboutService } from './about.service.js';
import { CoachLimits, SetCoachLimits } from './coach-limits.dto.js';
import { CoachLimitsService } from './coach-limits.service.js';
import { LoadSettingsView, SetLoad } from './load-settings.dto.js';
import { LoadSettingsService } from './load-settings.service.js';

@Controller('api')
export class CoachesController {
  constructor(
    private readonly about: AboutService,
    private readonly load: LoadSettingsService,
    private readonly limits: CoachLimitsService,
  ) {}

  @Get('me/about')
  @For('coach')
  look(@By() caller: Caller): Promise<AboutCoach> {
    return this.about.look(caller);
  }

  @Put('me/about')
  @For('coach')
  say(@By() caller: Caller, @IfMatch() version: number, @Body() said: SayAbout): Promise<AboutCoach> {
    return this.about.say(caller, version, said);
  }

  @Get('load-settings')
  @For('administrator', 'supervisor')
  settings(@By() caller: Caller): Promise<LoadSettingsView> {
    return this.load.look(caller);
  }

  @Put('load-settings')
  @For('administrator')
  set(@By() caller: Caller, @IfMatch() version: number, @Body() asked: SetLoad): Promise<LoadSettingsView> {
    return this.load.set(caller, version, asked);
  }

  @Get('coaches/:id/limits')
  @For('administrator', 'supervisor')
  limitsOf(@By() caller: Caller, @Param('id') id: string): Promise<CoachLimits> {
    return this.limits.look(caller, id);
  }

  @Put('coaches/:id/limits')
  @For('administrator', 'supervisor')
  setLimits(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: SetCoachLimits,
  ): Promise<CoachLimits> {
    return this.limits.set(caller, id, version, asked);
  }
}
