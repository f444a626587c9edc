import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { AssignCoach, Assignment, CoachChoices } from './assignment.dto.js';
import { AssignmentService } from './assignment.service.js';

@Controller('api')
@For('administrator', 'supervisor')
export class AssignmentController {
  constructor(private readonly assignment: AssignmentService) {}

  @Get('coaches')
  choices(@By() caller: Caller): Promise<CoachChoices> {
    return this.assignment.choices(caller);
  }

  @Put('participants/:id/coach')
  assign(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() { coachId }: AssignCoach,
  ): Promise<Assignment> {
    return this.assignment.assign(caller, id, coachId);
  }
}
