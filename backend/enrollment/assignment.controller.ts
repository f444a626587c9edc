import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { AssignCoach, Assignment, CoachChoices } from './assignment.dto.js';
import { AssignmentService } from './assignment.service.js';
import { CoachSuggestions } from './coach-suggestions.dto.js';
import { ToAssignList } from './to-assign.dto.js';

@Controller('api')
@For('administrator', 'supervisor')
export class AssignmentController {
  constructor(private readonly assignment: AssignmentService) {}

  @Get('coaches')
  choices(@By() caller: Caller): Promise<CoachChoices> {
    return this.assignment.choices(caller);
  }

  @Get('to-assign')
  @For('supervisor')
  toAssign(@By() caller: Caller): Promise<ToAssignList> {
    return this.assignment.toAssign(caller);
  }

  @Get('participants/:id/coach-suggestions')
  suggestions(@By() caller: Caller, @Param('id') id: string): Promise<CoachSuggestions> {
    return this.assignment.suggestions(caller, id);
  }

  @Put('participants/:id/coach')
  assign(@By() caller: Caller, @Param('id') id: string, @Body() chosen: AssignCoach): Promise<Assignment> {
    return this.assignment.assign(caller, id, 'primary', chosen);
  }

  @Put('participants/:id/second-coach')
  assignSecond(
    @By() caller: Caller,
    @Param('id') id: string,
    @Body() chosen: AssignCoach,
  ): Promise<Assignment> {
    return this.assignment.assign(caller, id, 'second', chosen);
  }
}
