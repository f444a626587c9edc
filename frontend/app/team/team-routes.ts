import type { Routes } from '@angular/router';
import { onlyFor } from '../session/signed-in-guard';

/** The team, and what its numbers open to. */
export const teamRoutes: Routes = [
  {
    path: 'team',
    title: $localize`:@@title.team:Team`,
    canMatch: [onlyFor('supervisor')],
    loadComponent: () => import('./team').then((m) => m.Team),
  },
  {
    path: 'team/participants',
    title: $localize`:@@title.team:Team`,
    canMatch: [onlyFor('supervisor')],
    loadComponent: () => import('./team-participants-list').then((m) => m.TeamParticipantsList),
  },
  {
    path: 'team/contacts',
    title: $localize`:@@title.team:Team`,
    canMatch: [onlyFor('supervisor')],
    loadComponent: () => import('./team-contacts-list').then((m) => m.TeamContactsList),
  },
  {
    path: 'team/promises',
    title: $localize`:@@title.team:Team`,
    canMatch: [onlyFor('supervisor')],
    loadComponent: () => import('./team-promises-list').then((m) => m.TeamPromisesList),
  },
  {
    path: 'team/check-ins',
    title: $localize`:@@title.team:Team`,
    canMatch: [onlyFor('supervisor')],
    loadComponent: () => import('./team-check-ins-list').then((m) => m.TeamCheckInsList),
  },
  {
    path: 'team/goals',
    title: $localize`:@@title.team:Team`,
    canMatch: [onlyFor('supervisor')],
    loadComponent: () => import('./team-goals-list').then((m) => m.TeamGoalsList),
  },
  {
    path: 'team/load',
    title: $localize`:@@title.team:Team`,
    canMatch: [onlyFor('supervisor')],
    loadComponent: () => import('./team-load-list').then((m) => m.TeamLoadList),
  },
];
