import { Controller, Get, Query } from '@nestjs/common';
import { By, type Caller, For } from '../access/caller.js';
import { PeriodAsked, Team, TeamWeeks, TeamWeeksAsked } from './team.dto.js';
import {
  OfTeamAsked,
  TeamCheckIns,
  TeamContacts,
  TeamContactsAsked,
  TeamGoals,
  TeamGoalsAsked,
  TeamLoadList,
  TeamParticipants,
  TeamParticipantsAsked,
  TeamPromises,
  TeamPromisesAsked,
} from './team-lists.dto.js';
import { TeamListsService } from './team-lists.service.js';
import { TeamService } from './team.service.js';

@Controller('api/team')
@For('supervisor')
export class TeamController {
  constructor(
    private readonly team: TeamService,
    private readonly lists: TeamListsService,
  ) {}

  @Get()
  overview(@By() caller: Caller, @Query() asked: PeriodAsked): Promise<Team> {
    return this.team.overview(caller, asked);
  }

  @Get('weeks')
  weeks(@By() caller: Caller, @Query() asked: TeamWeeksAsked): Promise<TeamWeeks> {
    return this.team.weeks(caller, asked);
  }

  @Get('participants')
  participants(@By() caller: Caller, @Query() asked: TeamParticipantsAsked): Promise<TeamParticipants> {
    return this.lists.participants(caller, asked);
  }

  @Get('contacts')
  contacts(@By() caller: Caller, @Query() asked: TeamContactsAsked): Promise<TeamContacts> {
    return this.lists.contacts(caller, asked);
  }

  @Get('promises')
  promises(@By() caller: Caller, @Query() asked: TeamPromisesAsked): Promise<TeamPromises> {
    return this.lists.promises(caller, asked);
  }

  @Get('check-ins')
  checkIns(@By() caller: Caller, @Query() asked: OfTeamAsked): Promise<TeamCheckIns> {
    return this.lists.checkIns(caller, asked);
  }

  @Get('goals')
  goals(@By() caller: Caller, @Query() asked: TeamGoalsAsked): Promise<TeamGoals> {
    return this.lists.goals(caller, asked);
  }

  @Get('load')
  load(@By() caller: Caller, @Query() asked: OfTeamAsked): Promise<TeamLoadList> {
    return this.lists.load(caller, asked);
  }
}
