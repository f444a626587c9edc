import type { Routes } from '@angular/router';
import { onlyFor } from '../session/signed-in-guard';

/** The pages of supervision sessions. */
export const sessionRoutes: Routes = [
  {
    path: 'sessions',
    title: $localize`:@@title.sessions:Supervision`,
    canMatch: [onlyFor('coach', 'supervisor')],
    loadComponent: () => import('./sessions').then((m) => m.Sessions),
  },
  {
    path: 'sessions/plan',
    title: $localize`:@@title.planSession:Plan a session`,
    canMatch: [onlyFor('supervisor')],
    loadComponent: () => import('./plan-session').then((m) => m.PlanSession),
  },
  {
    path: 'sessions/hours',
    title: $localize`:@@title.sessionHours:Hours of supervision`,
    canMatch: [onlyFor('coach', 'supervisor', 'administrator')],
    loadComponent: () => import('./supervision-hours').then((m) => m.SupervisionHours),
  },
  {
    path: 'sessions/:sessionId',
    title: $localize`:@@title.sessions:Supervision`,
    canMatch: [onlyFor('coach', 'supervisor')],
    loadComponent: () => import('./session-page').then((m) => m.SessionPage),
  },
];
