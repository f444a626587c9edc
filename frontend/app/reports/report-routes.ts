import type { Routes } from '@angular/router';
import { onlyFor } from '../session/signed-in-guard';

export const reportRoutes: Routes = [
  {
    path: 'reports',
    title: $localize`:@@title.reports:Reports`,
    canMatch: [onlyFor('administrator', 'supervisor')],
    loadComponent: () => import('./reports').then((m) => m.Reports),
  },
];
