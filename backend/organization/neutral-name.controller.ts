import { Body, Controller, Get, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { NeutralName, SetNeutralName } from './neutral-name.dto.js';
import { NeutralNameService } from './neutral-name.service.js';

@Controller('api/organization/neutral-name')
@For('administrator')
export class NeutralNameController {
  constructor(private readonly names: NeutralNameService) {}

  @Get()
  look(@By() caller: Caller): Promise<NeutralName> {
    return this.names.look(caller);
  }

  @Put()
  set(@By() caller: Caller, @Body() asked: SetNeutralName): Promise<NeutralName> {
    return this.names.set(caller, asked);
  }
}
