import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { PlanLines, PlanPeopleWords, PlanVersionsAsked } from './recovery-plan.dto.js';
import { PlanPart, PlanPeople, PlanVersions, RecoveryPlan, RecoveryPlanThen } from './recovery-plan.view.js';
import { RecoveryPlansService } from './recovery-plans.service.js';

/** A participant's plan, for those who walk with them. */
@Controller('api/participants/:id/recovery-plan')
@For('coach', 'supervisor')
export class RecoveryPlansController {
  constructor(private readonly plans: RecoveryPlansService) {}

  @Get()
  open(@By() caller: Caller, @Param('id') id: string): Promise<RecoveryPlan> {
    return this.plans.open(caller, id);
  }

  @Put('parts/:part')
  @For('coach')
  writeLines(
    @By() caller: Caller,
    @Param('id') id: string,
    @Param('part') part: string,
    @IfMatch() version: number,
    @Body() lines: PlanLines,
  ): Promise<PlanPart> {
    return this.plans.writeLines(caller, id, part, version, lines);
  }

  @Put('people')
  @For('coach')
  writePeople(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() people: PlanPeopleWords,
  ): Promise<PlanPeople> {
    return this.plans.writePeople(caller, id, version, people);
  }

  @Get('versions')
  versions(
    @By() caller: Caller,
    @Param('id') id: string,
    @Query() { before }: PlanVersionsAsked,
  ): Promise<PlanVersions> {
    return this.plans.versions(caller, id, before);
  }

  @Get('versions/:version')
  openThen(
    @By() caller: Caller,
    @Param('id') id: string,
    @Param('version') version: string,
  ): Promise<RecoveryPlanThen> {
    return this.plans.openThen(caller, id, version);
  }
}
