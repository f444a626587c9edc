import type { Routes } from '@angular/router';
import { onlyFor } from '../session/signed-in-guard';

/** Bringing a spreadsheet, for administrators. */
export const movingInRoutes: Routes = [
  {
    path: 'people/moving-in',
    title: $localize`:@@title.movingIn:Bring a spreadsheet`,
    canMatch: [onlyFor('administrator')],
    loadChildren: () => import('./moving-in-pages').then((m) => m.movingInPages),
  },
];
