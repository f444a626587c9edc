import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { Step, TickStep } from './goal.dto.js';
import { StepsService } from './steps.service.js';
import { AddStep, StepWords } from './write-goal.dto.js';

@Controller('api')
@For('participant', 'coach')
export class StepsController {
  constructor(private readonly steps: StepsService) {}

  @Post('steps/:id/tick')
  @HttpCode(200)
  tick(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { isDone }: TickStep,
  ): Promise<Step> {
    return this.steps.tick(caller, id, version, isDone);
  }

  @Post('goals/:id/steps')
  add(@By() caller: Caller, @Param('id') id: string, @Body() step: AddStep): Promise<Step> {
    return this.steps.add(caller, id, step);
  }

  @Put('steps/:id')
  reword(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() words: StepWords,
  ): Promise<Step> {
    return this.steps.reword(caller, id, version, words);
  }

  @Post('steps/:id/remove')
  @HttpCode(200)
  remove(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<Step> {
    return this.steps.remove(caller, id, version, true);
  }

  @Post('steps/:id/restore')
  @HttpCode(200)
  restore(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<Step> {
    return this.steps.remove(caller, id, version, false);
  }

  @Post('steps/:id/first')
  @HttpCode(200)
  putFirst(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<Step> {
    return this.steps.putFirst(caller, id, version);
  }
}
