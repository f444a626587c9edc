import type { Routes } from '@angular/router';
import { onlyFor } from '../session/signed-in-guard';

/** Every account of the organization, for administrators. */
export const peopleRoutes: Routes = [
  {
    path: 'people',
    title: $localize`:@@title.people:People`,
    canMatch: [onlyFor('administrator')],
    loadComponent: () => import('./people').then((m) => m.People),
  },
  {
    path: 'people/add',
    title: $localize`:@@title.addPerson:Add someone`,
    canMatch: [onlyFor('administrator')],
    loadComponent: () => import('./add-person').then((m) => m.AddPerson),
  },
];
