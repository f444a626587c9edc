import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { SafeReachService } from './safe-reach.service.js';
import { AddWayToReach, WayToReach, WayToReachVersions, WayToReachWords } from './way-to-reach.dto.js';

@Controller('api')
@For('coach', 'supervisor')
export class WaysToReachController {
  constructor(private readonly reach: SafeReachService) {}

  @Post('participants/:id/ways-to-reach')
  add(@By() caller: Caller, @Param('id') id: string, @Body() way: AddWayToReach): Promise<WayToReach> {
    return this.reach.addWay(caller, id, way);
  }

  @Put('ways-to-reach/:id')
  change(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() way: WayToReachWords,
  ): Promise<WayToReach> {
    return this.reach.changeWay(caller, id, version, way);
  }

  @Post('ways-to-reach/:id/no-longer')
  @HttpCode(200)
  letGo(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<WayToReach> {
    return this.reach.letWayGo(caller, id, version, true);
  }

  @Post('ways-to-reach/:id/again')
  @HttpCode(200)
  takeBack(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<WayToReach> {
    return this.reach.letWayGo(caller, id, version, false);
  }

  @Get('ways-to-reach/:id/versions')
  versions(@By() caller: Caller, @Param('id') id: string): Promise<WayToReachVersions> {
    return this.reach.wayVersions(caller, id);
  }
}
