import { Module } from '@nestjs/common';
import { AccountsService } from './accounts.service.js';
import { AccountHistoryService } from './account-history.service.js';
import { AccountRolesController } from './account-roles.controller.js';
import { AccountRolesService } from './account-roles.service.js';
import { EnrollingController } from './enrolling.controller.js';
import { EnrollingService } from './enrolling.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';

/** The administrator's page: everybody of the organization, and their accounts. */
@Module({
  controllers: [PeopleController, AccountRolesController, EnrollingController],
  providers: [PeopleService, AccountsService, AccountRolesService, AccountHistoryService, EnrollingService],
})
export class PeopleModule {}
