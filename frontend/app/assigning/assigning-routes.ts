import type { Routes } from '@angular/router';
import { onlyFor } from '../session/signed-in-guard';

/** Who needs a coach, who suits them, whom they wish for, and what a coach carries. */
export const assigningRoutes: Routes = [
  {
    path: 'team/assign',
    title: $localize`:@@title.assign:Who needs a coach`,
    canMatch: [onlyFor('supervisor')],
    loadComponent: () => import('./to-assign-page').then((m) => m.ToAssignPage),
  },
  {
    path: 'participants/:participantId/coach',
    title: $localize`:@@title.chooseCoach:Choose a coach`,
    canMatch: [onlyFor('supervisor', 'administrator')],
    loadComponent: () => import('./choose-coach').then((m) => m.ChooseCoach),
  },
  {
    path: 'participants/:participantId/coach-wish',
    title: $localize`:@@title.coachWish:Whom they wish for`,
    canMatch: [onlyFor('coach', 'supervisor')],
    loadComponent: () => import('../wishes/coach-wish-page').then((m) => m.CoachWishPage),
  },
  {
    path: 'coaches/:coachId/load',
    title: $localize`:@@title.load:What a coach carries`,
    canMatch: [onlyFor('supervisor', 'administrator')],
    loadComponent: () => import('./coach-limits-page').then((m) => m.CoachLimitsPage),
  },
  { path: 'people/load', redirectTo: 'settings/load' },
  {
    path: 'settings/load',
    title: $localize`:@@title.load:What a coach carries`,
    canMatch: [onlyFor('administrator')],
    loadComponent: () => import('./load-settings-page').then((m) => m.LoadSettingsPage),
  },
];
