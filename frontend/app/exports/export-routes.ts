import type { Routes } from '@angular/router';
import { onlyFor } from '../session/signed-in-guard';

export const exportRoutes: Routes = [
  {
    path: 'exports',
    title: $localize`:@@title.exports:Exports`,
    canMatch: [onlyFor('administrator', 'supervisor')],
    loadComponent: () => import('./exports').then((m) => m.Exports),
  },
];
