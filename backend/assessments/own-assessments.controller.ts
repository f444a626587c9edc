import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { QuestionsAsked, SendAnswers } from './assessment.dto.js';
import { OwnAssessmentSent, OwnQuestions } from './assessment.view.js';
import { OwnAssessmentsService } from './own-assessments.service.js';

@Controller('api/own-assessments')
@For('participant')
export class OwnAssessmentsController {
  constructor(private readonly assessments: OwnAssessmentsService) {}

  @Get()
  open(@By() caller: Caller, @Query() { language }: QuestionsAsked): Promise<OwnQuestions> {
    return this.assessments.open(caller, language ?? 'en');
  }

  @Post()
  send(@By() caller: Caller, @Body() sent: SendAnswers): Promise<OwnAssessmentSent> {
    return this.assessments.send(caller, sent);
  }
}
