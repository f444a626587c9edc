import type { Routes } from '@angular/router';
import { onlyFor } from '../session/signed-in-guard';

/** How a stay in a program ends, and how the next one begins. */
export const staysRoutes: Routes = [
  {
    path: 'participants/:participantId/stays',
    title: $localize`:@@title.stays:Stays`,
    canMatch: [onlyFor('coach', 'supervisor', 'administrator')],
    loadComponent: () => import('./stays').then((m) => m.StaysPage),
  },
  {
    path: 'stays/ended',
    title: $localize`:@@title.endedStays:Stays that ended`,
    canMatch: [onlyFor('coach', 'supervisor', 'administrator')],
    loadComponent: () => import('./ended-stays').then((m) => m.EndedStays),
  },
  {
    path: 'stays/:enrollmentId/close',
    title: $localize`:@@title.closeStay:Close a stay`,
    canMatch: [onlyFor('coach', 'supervisor', 'administrator')],
    loadComponent: () => import('./close-stay').then((m) => m.CloseStayPage),
  },
];
