import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { PlanLines, PlanPeopleWords, PlanVersionsAsked } from './recovery-plan.dto.js';
import { PlanPart, PlanPeople, PlanVersions, RecoveryPlan, RecoveryPlanThen } from './recovery-plan.view.js';
import { RecoveryPlansService } from './recovery-plans.service.js';

/** The participant's own plan. */
@Controller('api/recovery-plan')
@For('participant')
export class OwnRecoveryPlanController {
  constructor(private readonly plans: RecoveryPlansService) {}

  @Get()
  open(@By() caller: Caller): Promise<RecoveryPlan> {
    return this.plans.open(caller, null);
  }

  @Put('parts/:part')
  writeLines(
    @By() caller: Caller,
    @Param('part') part: string,
    @IfMatch() version: number,
    @Body() lines: PlanLines,
  ): Promise<PlanPart> {
    return this.plans.writeLines(caller, null, part, version, lines);
  }

  @Put('people')
  writePeople(
    @By() caller: Caller,
    @IfMatch() version: number,
    @Body() people: PlanPeopleWords,
  ): Promise<PlanPeople> {
    return this.plans.writePeople(caller, null, version, people);
  }

  @Get('versions')
  versions(@By() caller: Caller, @Query() { before }: PlanVersionsAsked): Promise<PlanVersions> {
    return this.plans.versions(caller, null, before);
  }

  @Get('versions/:version')
  openThen(@By() caller: Caller, @Param('version') version: string): Promise<RecoveryPlanThen> {
    return this.plans.openThen(caller, null, version);
  }
}
