import { Controller, Get, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import {
  Team,
  TeamContacts,
  TeamContactsAsked,
  TeamParticipants,
  TeamParticipantsAsked,
  TeamPromises,
  TeamPromisesAsked,
} from './team.dto.js';
import { TeamService } from './team.service.js';

@Controller('api/team')
@For('supervisor')
export class TeamController {
  constructor(private readonly team: TeamService) {}

  @Get()
  overview(@By() caller: Caller): Promise<Team> {
    return this.team.overview(caller);
  }

  @Get('participants')
  participants(@By() caller: Caller, @Query() asked: TeamParticipantsAsked): Promise<TeamParticipants> {
    return this.team.participants(caller, asked);
  }

  @Get('contacts')
  contacts(@By() caller: Caller, @Query() asked: TeamContactsAsked): Promise<TeamContacts> {
    return this.team.contacts(caller, asked);
  }

  @Get('promises')
  promises(@By() caller: Caller, @Query() asked: TeamPromisesAsked): Promise<TeamPromises> {
    return this.team.promises(caller, asked);
  }
}
