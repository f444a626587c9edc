import { Body, Controller, Param, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { AgreeCadence, AgreedCadence } from './cadence.dto.js';
import { CadenceService } from './cadence.service.js';

@Controller('api/enrollments')
@For('coach', 'supervisor')
export class CadenceController {
  constructor(private readonly cadence: CadenceService) {}

  @Put(':id/cadence')
  agree(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: AgreeCadence,
  ): Promise<AgreedCadence> {
    return this.cadence.agree(caller, id, version, asked);
  }
}
