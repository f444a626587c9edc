import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import type { Routes } from '@angular/router';
import { sayUnattended } from '../live/unattended';
import { sayActingRole } from '../session/acting-role';
import { askToSignInAgain } from '../session/session-ended';
import { MovesApi } from './moves-api';

/** These pages ask by XMLHttpRequest, which alone tells how much of a file has been sent. */
export const movingInPages: Routes = [
  {
    path: '',
    providers: [
      provideHttpClient(withXhr(), withInterceptors([askToSignInAgain, sayActingRole, sayUnattended])),
      MovesApi,
    ],
    children: [
      { path: '', loadComponent: () => import('./moving-in').then((m) => m.MovingIn) },
      { path: ':moveId', loadComponent: () => import('./move-page').then((m) => m.MovePage) },
    ],
  },
];
