import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import {
  DuplicatePairs,
  DuplicatesOfRecord,
  PossibleDuplicates,
  TwoRecords,
  WhoIsThis,
} from './duplicate.dto.js';
import { DuplicatesService } from './duplicates.service.js';

@Controller('api')
export class DuplicatesController {
  constructor(private readonly duplicates: DuplicatesService) {}

  /** Posted, so that names and numbers stand in no address and no log. */
  @Post('duplicates/possible')
  @HttpCode(200)
  @For('supervisor', 'administrator')
  whoIsThis(@By() caller: Caller, @Body() who: WhoIsThis): Promise<PossibleDuplicates> {
    return this.duplicates.whoIsThis(caller, who);
  }

  @Get('participants/:id/duplicates')
  @For('supervisor', 'administrator')
  ofRecord(@By() caller: Caller, @Param('id') id: string): Promise<DuplicatesOfRecord> {
    return this.duplicates.ofRecord(caller, id);
  }

  @Get('duplicates')
  @For('administrator')
  pairs(@By() caller: Caller): Promise<DuplicatePairs> {
    return this.duplicates.pairs(caller);
  }

  @Post('duplicates/told-apart')
  @HttpCode(200)
  @For('administrator')
  tellApart(@By() caller: Caller, @Body() two: TwoRecords): Promise<DuplicatePairs> {
    return this.duplicates.tellApart(caller, two);
  }

  @Post('duplicates/told-together')
  @HttpCode(200)
  @For('administrator')
  tellTogether(@By() caller: Caller, @Body() two: TwoRecords): Promise<DuplicatePairs> {
    return this.duplicates.tellTogether(caller, two);
  }
}
