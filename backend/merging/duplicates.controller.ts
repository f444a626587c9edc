import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { DuplicatePairs, PossibleDuplicates, TwoRecords, WhoIsThis } from './duplicate.dto.js';
import { DuplicatesService } from './duplicates.service.js';

@Controller('api/duplicates')
export class DuplicatesController {
  constructor(private readonly duplicates: DuplicatesService) {}

  /** Posted, so that names and numbers stand in no address and no log. */
  @Post('possible')
  @HttpCode(200)
  @For('supervisor', 'administrator')
  whoIsThis(@By() caller: Caller, @Body() who: WhoIsThis): Promise<PossibleDuplicates> {
    return this.duplicates.whoIsThis(caller, who);
  }

  @Get()
  @For('administrator')
  pairs(@By() caller: Caller): Promise<DuplicatePairs> {
    return this.duplicates.pairs(caller);
  }

  @Post('told-apart')
  @HttpCode(200)
  @For('administrator')
  tellApart(@By() caller: Caller, @Body() two: TwoRecords): Promise<DuplicatePairs> {
    return this.duplicates.tellApart(caller, two);
  }

  @Post('told-together')
  @HttpCode(200)
  @For('administrator')
  tellTogether(@By() caller: Caller, @Body() two: TwoRecords): Promise<DuplicatePairs> {
    return this.duplicates.tellTogether(caller, two);
  }
}
