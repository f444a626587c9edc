import { Controller, Get, Param, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { Caseload, CaseloadAsked } from './caseload.dto.js';
import { CaseloadService } from './caseload.service.js';
import { ParticipantPage } from './participant-page.dto.js';
import { ParticipantsService } from './participants.service.js';
import { Timeline, TimelineAsked } from './timeline.dto.js';

@Controller('api')
export class EngagementController {
  constructor(
    private readonly caseloads: CaseloadService,
    private readonly participants: ParticipantsService,
  ) {}

  @Get('caseload')
  @For('coach')
  caseload(@By() caller: Caller, @Query() asked: CaseloadAsked): Promise<Caseload> {
    return this.caseloads.caseload(caller, asked);
  }

  @Get('participants/:id')
  @For('coach', 'supervisor')
  participant(@By() caller: Caller, @Param('id') id: string): Promise<ParticipantPage> {
    return this.participants.open(caller, id);
  }

  @Get('participants/:id/timeline')
  @For('coach', 'supervisor')
  timeline(@By() caller: Caller, @Param('id') id: string, @Query() asked: TimelineAsked): Promise<Timeline> {
    return this.participants.timeline(caller, id, asked);
  }
}
