import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { Step, TickStep } from './goal.dto.js';
import { StepsService } from './steps.service.js';

@Controller('api/steps')
export class StepsController {
  constructor(private readonly steps: StepsService) {}

  @Post(':id/tick')
  @HttpCode(200)
  @For('participant', 'coach')
  tick(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { isDone }: TickStep,
  ): Promise<Step> {
    return this.steps.tick(caller, id, version, isDone);
  }
}
