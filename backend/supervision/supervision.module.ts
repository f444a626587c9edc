import { Module } from '@nestjs/common';
import { TeamController } from './team.controller.js';
import { TeamListsService } from './team-lists.service.js';
import { TeamService } from './team.service.js';

/** What a supervisor sees of the team. */
@Module({ controllers: [TeamController], providers: [TeamService, TeamListsService] })
export class SupervisionModule {}
