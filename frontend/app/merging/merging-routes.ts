import type { Routes } from '@angular/router';
import { onlyFor } from '../session/signed-in-guard';

/** Who may be here under two records, and two records side by side. */
export const mergingRoutes: Routes = [
  {
    path: 'people/duplicates',
    title: $localize`:@@title.duplicates:Here twice?`,
    canMatch: [onlyFor('administrator')],
    loadComponent: () => import('./duplicates-page').then((m) => m.DuplicatesPage),
  },
  {
    path: 'participants/:participantId/duplicates',
    title: $localize`:@@title.duplicates:Here twice?`,
    canMatch: [onlyFor('supervisor')],
    loadComponent: () => import('./duplicates-of-page').then((m) => m.DuplicatesOfPage),
  },
  {
    path: 'participants/:firstId/beside/:secondId',
    title: $localize`:@@title.beside:One person, or two?`,
    canMatch: [onlyFor('supervisor', 'administrator')],
    loadComponent: () => import('./beside-page').then((m) => m.BesidePage),
  },
];
