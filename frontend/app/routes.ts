import type { Routes } from '@angular/router';
import { assigningRoutes } from './assigning/assigning-routes';
import { certificationRoutes } from './certifications/certification-routes';
import { leavingAsksFirst } from './contacts/leaving-asks-first';
import { exportRoutes } from './exports/export-routes';
import { reportRoutes } from './reports/report-routes';
import { teamRoutes } from './team/team-routes';
import { mergingRoutes } from './merging/merging-routes';
import { movingInRoutes } from './moving-in/moving-in-routes';
import { peopleRoutes } from './people/people-routes';
import { settingsRoutes } from './settings/settings-routes';
import { sessionRoutes } from './supervision-sessions/session-routes';
import {
  isParticipant,
  isParticipantWhoWorksHere,
  isSignedIn,
  onlyFor,
  toFirstPage,
  toTheirHome,
} from './session/signed-in-guard';
import { staysRoutes } from './stays/stays-routes';
import { wellbeingRoutes } from './wellbeing/wellbeing-routes';

const participantPage = () => import('./participants/participant').then((m) => m.Participant);

/** Every address of the app but those of participants (home/own-routes.ts), and the title its tab shows. */
export const routes: Routes = [
  {
    path: 'sign-in',
    title: $localize`:@@title.signIn:Sign in`,
    loadComponent: () => import('./sign-in/find-organization').then((m) => m.FindOrganization),
  },
  {
    path: 'sign-in/:organization',
    title: $localize`:@@title.signIn:Sign in`,
    loadComponent: () => import('./sign-in/sign-in').then((m) => m.SignIn),
  },
  {
    path: 'invitation/:token',
    title: $localize`:@@title.invitation:Welcome`,
    loadComponent: () => import('./invitations/invitation').then((m) => m.Invitation),
  },
  {
    path: 'open',
    title: $localize`:@@title.invitation:Welcome`,
    loadComponent: () => import('./invitations/open-with-code').then((m) => m.OpenWithCode),
  },
  {
    path: 'closed',
    title: $localize`:@@title.home:Home`,
    loadComponent: () => import('./session/closed').then((m) => m.Closed),
  },
  {
    path: 'card', // without the frame of the staff pages, which has no place on paper
    title: $localize`:@@title.card:Card`,
    canActivate: [isSignedIn],
    canMatch: [onlyFor('coach', 'supervisor')],
    loadComponent: () => import('./invitations/card-page').then((m) => m.CardPage),
  },
  { path: '', pathMatch: 'full', canActivate: [isSignedIn, toFirstPage], children: [] },
  {
    path: '**',
    title: $localize`:@@title.nothingHere:Nothing here`,
    canMatch: [isParticipantWhoWorksHere],
    loadComponent: () => import('./shell/not-in-this-role').then((m) => m.NotInThisRole),
  },
  { path: '**', canMatch: [isParticipant], canActivate: [toTheirHome], children: [] },
  {
    path: '',
    canActivate: [isSignedIn],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      {
        path: 'today',
        title: $localize`:@@title.today:Today`,
        canMatch: [onlyFor('coach')],
        loadComponent: () => import('./today/today').then((m) => m.Today),
        children: [{ path: ':participantId', loadComponent: participantPage }],
      },
      {
        path: 'caseload',
        title: $localize`:@@title.caseload:Caseload`,
        canMatch: [onlyFor('coach')],
        loadComponent: () => import('./caseload/caseload').then((m) => m.Caseload),
        children: [{ path: ':participantId', loadComponent: participantPage }],
      },
      {
        path: 'log',
        title: $localize`:@@title.log:Log a contact`,
        canMatch: [onlyFor('coach')],
        canDeactivate: [leavingAsksFirst],
        loadComponent: () => import('./contacts/log-contact').then((m) => m.LogContactPage),
      },
      {
        path: 'log/:participantId',
        title: $localize`:@@title.log:Log a contact`,
        canMatch: [onlyFor('coach')],
        canDeactivate: [leavingAsksFirst],
        loadComponent: () => import('./contacts/log-contact').then((m) => m.LogContactPage),
      },
      {
        path: 'contacts/:contactId/amend',
        title: $localize`:@@title.amend:Amend a contact`,
        canMatch: [onlyFor('coach')],
        loadComponent: () => import('./contacts/amend-contact').then((m) => m.AmendContactPage),
      },
      {
        path: 'elsewhere',
        title: $localize`:@@title.elsewhere:Logged elsewhere`,
        canMatch: [onlyFor('coach')],
        loadComponent: () => import('./contacts/logged-elsewhere').then((m) => m.LoggedElsewherePage),
      },
      {
        path: 'participants/:participantId',
        title: $localize`:@@title.participant:Participant`,
        canMatch: [onlyFor('coach', 'supervisor')],
        loadComponent: participantPage,
      },
      ...wellbeingRoutes,
      ...staysRoutes,
      {
        path: 'participants/:participantId/plan',
        title: $localize`:@@title.participant:Participant`,
        canMatch: [onlyFor('coach', 'supervisor')],
        loadComponent: () => import('./plans/staff-plan').then((m) => m.StaffPlan),
      },
      {
        path: 'participants/:participantId/handover',
        title: $localize`:@@title.handover:Hand over`,
        canMatch: [onlyFor('coach', 'supervisor')],
        loadComponent: () => import('./handover/start-handover').then((m) => m.StartHandover),
      },
      {
        path: 'handovers',
        title: $localize`:@@title.handovers:Handovers`,
        canMatch: [onlyFor('coach', 'supervisor')],
        loadComponent: () => import('./handover/handovers').then((m) => m.Handovers),
      },
      {
        path: 'handovers/:handoverId',
        title: $localize`:@@title.handovers:Handovers`,
        canMatch: [onlyFor('coach', 'supervisor')],
        loadComponent: () => import('./handover/handover-page').then((m) => m.HandoverPage),
      },
      {
        path: 'participants/:participantId/goals/new',
        title: $localize`:@@title.newGoal:A new goal`,
        canMatch: [onlyFor('coach')],
        loadComponent: () => import('./goals/new-goal').then((m) => m.NewGoal),
      },
      {
        path: 'participants/:participantId/goals/:goalId',
        title: $localize`:@@title.goal:A goal`,
        canMatch: [onlyFor('coach', 'supervisor')],
        loadComponent: () => import('./goals/staff-goal').then((m) => m.StaffGoal),
      },
      {
        path: 'participants/:participantId/ask/:instrument',
        title: $localize`:@@title.together:Questions together`,
        canMatch: [onlyFor('coach')],
        loadComponent: () => import('./assessments/ask-together').then((m) => m.AskTogether),
      },
      {
        path: 'risk-notes',
        title: $localize`:@@title.riskNotes:Risk notes`,
        canMatch: [onlyFor('coach', 'supervisor')],
        loadComponent: () => import('./risk-notes/risk-notes').then((m) => m.RiskNotes),
      },
      // where a message that one waits leads: an administrator sees there that it does, and no more
      {
        path: 'risk-notes',
        pathMatch: 'full',
        canMatch: [onlyFor('administrator')],
        redirectTo: 'answering',
      },
      {
        path: 'risk-notes/:riskNoteId',
        title: $localize`:@@title.riskNote:Risk note`,
        canMatch: [onlyFor('coach', 'supervisor')],
        loadComponent: () => import('./risk-notes/risk-note-page').then((m) => m.RiskNotePage),
      },
      {
        path: 'risk-notes/raise/:participantId',
        title: $localize`:@@title.raise:Raise a risk note`,
        canMatch: [onlyFor('coach', 'supervisor')],
        loadComponent: () => import('./risk-notes/raise-risk-note').then((m) => m.RaiseRiskNote),
      },
      ...teamRoutes,
      ...reportRoutes,
      ...exportRoutes,
      ...sessionRoutes,
      ...assigningRoutes,
      ...certificationRoutes,
      {
        path: 'contacts',
        title: $localize`:@@title.contacts:Contacts`,
        canMatch: [onlyFor('supervisor')],
        loadComponent: () => import('./feedback/stream').then((m) => m.Stream),
      },
      {
        path: 'from-supervisor',
        title: $localize`:@@title.fromSupervisor:From your supervisor`,
        canMatch: [onlyFor('coach')],
        loadComponent: () => import('./feedback/from-supervisor').then((m) => m.FromSupervisor),
      },
      ...peopleRoutes,
      ...movingInRoutes,
      ...settingsRoutes,
      ...mergingRoutes,
      {
        path: 'answering',
        title: $localize`:@@title.answering:Answering`,
        canMatch: [onlyFor('administrator')],
        loadComponent: () => import('./answering/answering').then((m) => m.Answering),
      },
      {
        path: 'away',
        title: $localize`:@@title.away:Away and covered`,
        loadComponent: () => import('./cover/away').then((m) => m.Away),
      },
      {
        path: 'you',
        title: $localize`:@@title.you:You`,
        loadComponent: () => import('./session/you').then((m) => m.You),
      },
      {
        path: '**',
        title: $localize`:@@title.nothingHere:Nothing here`,
        loadComponent: () => import('./shell/not-in-this-role').then((m) => m.NotInThisRole),
      },
    ],
  },
];
