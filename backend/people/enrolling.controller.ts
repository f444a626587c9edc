import { Body, Controller, Post } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { EnrollParticipant } from '../enrollment/enroll-participant.dto.js';
import { EnrollingService } from './enrolling.service.js';
import { EnrolledParticipant } from './person.dto.js';

@Controller('api/participants')
export class EnrollingController {
  constructor(private readonly enrolling: EnrollingService) {}

  @Post()
  @For('administrator')
  enroll(@By() caller: Caller, @Body() participant: EnrollParticipant): Promise<EnrolledParticipant> {
    return this.enrolling.enroll(caller, participant);
  }
}
