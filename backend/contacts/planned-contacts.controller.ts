import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { IfMatch } from '../http/if-match.js';
import { CallOffContact, PlanContact, RescheduleContact } from './planned-contact.dto.js';
import { PlannedContactHistory, PlannedContactLine } from './planned-contact.view.js';
import { PlannedContactsService } from './planned-contacts.service.js';

@Controller('api')
export class PlannedContactsController {
  constructor(private readonly planned: PlannedContactsService) {}

  @Post('planned-contacts')
  @For('coach')
  plan(@By() caller: Caller, @Body() asked: PlanContact): Promise<PlannedContactLine> {
    return this.planned.plan(caller, asked);
  }

  @Get('participants/:id/planned-contacts')
  @For('coach', 'supervisor')
  history(@By() caller: Caller, @Param('id') id: string): Promise<PlannedContactHistory> {
    return this.planned.history(caller, id);
  }

  @Post('planned-contacts/:id/reschedule')
  @HttpCode(200)
  @For('coach')
  reschedule(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: RescheduleContact,
  ): Promise<PlannedContactLine> {
    return this.planned.reschedule(caller, id, version, asked);
  }

  @Post('planned-contacts/:id/call-off')
  @HttpCode(200)
  @For('coach')
  callOff(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: CallOffContact,
  ): Promise<PlannedContactLine> {
    return this.planned.callOff(caller, id, version, asked);
  }

  @Post('planned-contacts/:id/bring-back')
  @HttpCode(200)
  @For('coach')
  bringBack(
    @By() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<PlannedContactLine> {
    return this.planned.bringBack(caller, id, version);
  }
}
