import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { SafeReachService } from './safe-reach.service.js';
import { AddSupporter, Supporter, SupporterVersions, SupporterWords } from './supporter.dto.js';

@Controller('api')
@For('coach', 'supervisor')
export class SupportersController {
  constructor(private readonly reach: SafeReachService) {}

  @Post('participants/:id/supporters')
  add(@By() caller: Caller, @Param('id') id: string, @Body() supporter: AddSupporter): Promise<Supporter> {
    return this.reach.addSupporter(caller, id, supporter);
  }

  @Put('supporters/:id')
  change(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() supporter: SupporterWords,
  ): Promise<Supporter> {
    return this.reach.changeSupporter(caller, id, version, supporter);
  }

  @Post('supporters/:id/no-longer')
  @HttpCode(200)
  letGo(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<Supporter> {
    return this.reach.letSupporterGo(caller, id, version, true);
  }

  @Post('supporters/:id/again')
  @HttpCode(200)
  takeBack(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<Supporter> {
    return this.reach.letSupporterGo(caller, id, version, false);
  }

  @Get('supporters/:id/versions')
  versions(@By() caller: Caller, @Param('id') id: string): Promise<SupporterVersions> {
    return this.reach.supporterVersions(caller, id);
  }
}
