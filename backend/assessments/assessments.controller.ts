import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { AssessmentsAsked, SendAnswersTogether } from './assessment.dto.js';
import { Assessments, AssessmentView } from './assessment.view.js';
import { AssessmentsService } from './assessments.service.js';

@Controller('api/assessments')
export class AssessmentsController {
  constructor(private readonly assessments: AssessmentsService) {}

  @Get()
  @For('coach', 'supervisor')
  open(@By() caller: Caller, @Query() { participantId }: AssessmentsAsked): Promise<Assessments> {
    return this.assessments.open(caller, participantId);
  }

  @Post()
  @For('coach')
  take(@By() caller: Caller, @Body() sent: SendAnswersTogether): Promise<AssessmentView> {
    return this.assessments.take(caller, sent);
  }
}
