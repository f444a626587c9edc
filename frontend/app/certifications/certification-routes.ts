import type { Routes } from '@angular/router';
import { onlyFor } from '../session/signed-in-guard';

/** The pages of certifications, and of contacts that are held for want of one. */
export const certificationRoutes: Routes = [
  {
    path: 'certifications',
    title: $localize`:@@title.certifications:Certifications`,
    canMatch: [onlyFor('supervisor', 'administrator')],
    loadComponent: () => import('./certifications').then((m) => m.Certifications),
  },
  {
    path: 'certification',
    title: $localize`:@@title.certification:Your certification`,
    canMatch: [onlyFor('coach')],
    loadComponent: () => import('./coach-certification').then((m) => m.CoachCertificationPage),
  },
  {
    path: 'coaches/:coachId/certification',
    title: $localize`:@@title.certifications:Certifications`,
    canMatch: [onlyFor('supervisor', 'administrator')],
    loadComponent: () => import('./coach-certification').then((m) => m.CoachCertificationPage),
  },
  {
    path: 'certification/board',
    title: $localize`:@@title.board:Hours for the board`,
    canMatch: [onlyFor('coach')],
    loadComponent: () => import('./board-page').then((m) => m.BoardPage),
  },
  {
    path: 'coaches/:coachId/board',
    title: $localize`:@@title.board:Hours for the board`,
    canMatch: [onlyFor('supervisor', 'administrator')],
    loadComponent: () => import('./board-page').then((m) => m.BoardPage),
  },
  {
    path: 'held-contacts',
    title: $localize`:@@title.heldContacts:Held contacts`,
    canMatch: [onlyFor('supervisor')],
    loadComponent: () => import('./held-contacts').then((m) => m.HeldContactsPage),
  },
];
