import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { GoalsOfParticipant, GoalStory, OwnGoal, OwnGoals } from './goal.view.js';
import { GoalsService } from './goals.service.js';
import { AddGoal, FinishGoal, GoalWords, LetGoGoal, SayProgress } from './write-goal.dto.js';

@Controller('api')
export class GoalsController {
  constructor(private readonly goals: GoalsService) {}

  @Get('goals')
  @For('participant')
  own(@By() caller: Caller): Promise<OwnGoals> {
    return this.goals.own(caller);
  }

  @Get('participants/:id/goals')
  @For('coach', 'supervisor')
  listOf(@By() caller: Caller, @Param('id') id: string): Promise<GoalsOfParticipant> {
    return this.goals.listOf(caller, id);
  }

  @Get('goals/:id')
  @For('participant', 'coach', 'supervisor')
  open(@By() caller: Caller, @Param('id') id: string): Promise<GoalStory> {
    return this.goals.open(caller, id);
  }

  @Post('goals')
  @For('participant', 'coach')
  add(@By() caller: Caller, @Body() goal: AddGoal): Promise<OwnGoal> {
    return this.goals.add(caller, goal);
  }

  @Put('goals/:id')
  @For('participant', 'coach')
  edit(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() words: GoalWords,
  ): Promise<OwnGoal> {
    return this.goals.edit(caller, id, version, words);
  }

  @Post('goals/:id/progress')
  @For('participant', 'coach')
  sayProgress(@By() caller: Caller, @Param('id') id: string, @Body() said: SayProgress): Promise<OwnGoal> {
    return this.goals.sayProgress(caller, id, said);
  }

  @Post('goals/:id/finish')
  @HttpCode(200)
  @For('participant', 'coach', 'supervisor')
  finish(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { isAgreedInPerson }: FinishGoal,
  ): Promise<OwnGoal> {
    return this.goals.finish(caller, id, version, isAgreedInPerson === true);
  }

  @Post('goals/:id/not-yet-finished')
  @HttpCode(200)
  @For('participant', 'coach')
  takeFinishBack(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<OwnGoal> {
    return this.goals.takeFinishBack(caller, id, version);
  }

  @Post('goals/:id/let-go')
  @HttpCode(200)
  @For('participant', 'coach')
  letGo(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { words }: LetGoGoal,
  ): Promise<OwnGoal> {
    return this.goals.letGo(caller, id, version, words ?? '');
  }

  @Post('goals/:id/take-up')
  @HttpCode(200)
  @For('participant', 'coach')
  takeUp(@By() caller: Caller, @Param('id') id: string, @IfMatch() version: number): Promise<OwnGoal> {
    return this.goals.takeUp(caller, id, version);
  }
}
