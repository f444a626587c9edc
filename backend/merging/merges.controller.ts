import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { Merged, MergeRecords, MergesKnown, MergeSides, MergeUndone } from './merge.dto.js';
import { MergesService } from './merges.service.js';

@Controller('api')
export class MergesController {
  constructor(private readonly merges: MergesService) {}

  @Get('participants/:id/beside/:otherId')
  @For('supervisor', 'administrator')
  sideBySide(
    @By() caller: Caller,
    @Param('id') id: string,
    @Param('otherId') otherId: string,
  ): Promise<MergeSides> {
    return this.merges.sideBySide(caller, id, otherId);
  }

  @Post('merges')
  @HttpCode(200)
  @For('supervisor', 'administrator')
  merge(@By() caller: Caller, @Body() asked: MergeRecords): Promise<Merged> {
    return this.merges.merge(caller, asked);
  }

  /** What became one of late, of all records. */
  @Get('merges')
  @For('administrator')
  known(@By() caller: Caller): Promise<MergesKnown> {
    return this.merges.known(caller);
  }

  @Post('merges/:id/undo')
  @HttpCode(200)
  @For('supervisor', 'administrator')
  undo(@By() caller: Caller, @Param('id') id: string): Promise<MergeUndone> {
    return this.merges.undo(caller, id);
  }

  @Get('participants/:id/merges')
  @For('coach', 'supervisor', 'administrator')
  knownOf(@By() caller: Caller, @Param('id') id: string): Promise<MergesKnown> {
    return this.merges.knownOf(caller, id);
  }

  @Get('participants/:id/merged-into')
  @For('coach', 'supervisor', 'administrator')
  whoIsItNow(@By() caller: Caller, @Param('id') id: string): Promise<Merged> {
    return this.merges.whoIsItNow(caller, id);
  }
}
