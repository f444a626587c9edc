import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AccessModule } from './access/access.module.js';
import { RefusalFilter } from './access/refusal.filter.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { CertificationsModule } from './certifications/certifications.module.js';
import { CheckInsModule } from './check-ins/check-ins.module.js';
import { Clock } from './clock/clock.js';
import { CallsModule } from './calls/calls.module.js';
import { CoachesModule } from './coaches/coaches.module.js';
import { ContactsModule } from './contacts/contacts.module.js';
import { CoverModule } from './cover/cover.module.js';
import { DatabaseModule } from './database/database.module.js';
import { EngagementModule } from './engagement/engagement.module.js';
import { EnrollmentModule } from './enrollment/enrollment.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { GoalsModule } from './goals/goals.module.js';
import { HandoverModule } from './handover/handover.module.js';
import { HealthController } from './health/health.controller.js';
import { HeldContactsModule } from './held-contacts/held-contacts.module.js';
import { HomeModule } from './home/home.module.js';
import { validation } from './http/validation.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LiveModule } from './live/live.module.js';
import type { LiveTimes } from './live/live-times.js';
import type { MessageSettings } from './messages/message-settings.js';
import { LooksModule } from './looks/looks.module.js';
import { MergingModule } from './merging/merging.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { MovingInModule } from './moving-in/moving-in.module.js';
import { NotesModule } from './notes/notes.module.js';
import { OrganizationModule } from './organization/organization.module.js';
import { ParticipantsModule } from './participants/participants.module.js';
import { PeopleModule } from './people/people.module.js';
import { PromisesModule } from './promises/promises.module.js';
import { RecoveryPlansModule } from './recovery-plans/recovery-plans.module.js';
import { RecordCopiesModule } from './record-copies/record-copies.module.js';
import { RecoveryDaysModule } from './recovery-days/recovery-days.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { RiskModule } from './risk/risk.module.js';
import { StaysModule } from './stays/stays.module.js';
import { SupervisionModule } from './supervision/supervision.module.js';
import { SupervisionSessionsModule } from './supervision-sessions/supervision-sessions.module.js';
import { TodayModule } from './today/today.module.js';
import { WellbeingModule } from './wellbeing/wellbeing.module.js';
import { WindowsModule } from './windows/windows.module.js';

/** The table of contents: what there is, in the order in which one thing stands on another. */
@Module({})
export class AppModule {
  /** @param source an initialized data source; none when only the API document is wanted. */
  static over(
    source: DataSource | undefined,
    clock = new Clock(),
    liveTimes: Partial<LiveTimes> = {},
    messages: MessageSettings = {},
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.over(source, clock),
        AccessModule,
        JobsModule,
        LiveModule.every(liveTimes),
        MessagesModule.over(messages),
        OrganizationModule,
        CoverModule,
        CoachesModule,
        ParticipantsModule,
        CertificationsModule,
        EnrollmentModule,
        WellbeingModule,
        InvitationsModule,
        GoalsModule,
        RecoveryDaysModule,
        PromisesModule,
        RecoveryPlansModule,
        RiskModule,
        WindowsModule,
        AssessmentsModule,
        CheckInsModule,
        CallsModule,
        ContactsModule,
        EngagementModule,
        HandoverModule,
        HomeModule,
        MovingInModule,
        NotesModule,
        LooksModule,
        TodayModule,
        PeopleModule,
        StaysModule,
        MergingModule,
        SupervisionModule,
        ReportsModule,
        SupervisionSessionsModule,
        FeedbackModule,
        HeldContactsModule,
        RecordCopiesModule,
        ExportsModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_FILTER, useClass: RefusalFilter },
        { provide: APP_PIPE, useValue: validation },
      ],
    };
  }
}
