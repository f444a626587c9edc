import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { CoverChoices, CoverChoicesAsked, Covers, CoverView, MakeCover } from './cover.dto.js';
import { CoversService } from './covers.service.js';

@Controller('api/covers')
@For('coach', 'supervisor', 'administrator')
export class CoversController {
  constructor(private readonly covers: CoversService) {}

  @Get()
  list(@By() caller: Caller): Promise<Covers> {
    return this.covers.list(caller);
  }

  @Get('choices')
  choices(@By() caller: Caller, @Query() asked: CoverChoicesAsked): Promise<CoverChoices> {
    return this.covers.choices(caller, asked);
  }

  @Post()
  make(@By() caller: Caller, @Body() cover: MakeCover): Promise<CoverView> {
    return this.covers.make(caller, cover);
  }

  @Post(':id/end')
  @HttpCode(200)
  end(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<CoverView> {
    return this.covers.end(caller, id, version);
  }

  /** Takes the ending back. */
  @Post(':id/go-on')
  @HttpCode(200)
  goOn(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<CoverView> {
    return this.covers.goOn(caller, id, version);
  }
}
