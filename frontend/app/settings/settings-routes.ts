import type { Routes } from '@angular/router';
import { onlyFor } from '../session/signed-in-guard';
import { isPart } from './setting-parts';

/** What is set for the whole organization, and who changed it when. */
export const settingsRoutes: Routes = [
  {
    path: 'settings',
    title: $localize`:@@title.settings:Settings`,
    canMatch: [onlyFor('administrator')],
    loadComponent: () => import('./settings').then((m) => m.Settings),
  },
  {
    path: 'settings/history',
    title: $localize`:@@title.settingHistory:Who changed what`,
    canMatch: [onlyFor('administrator')],
    loadComponent: () => import('./setting-history').then((m) => m.SettingHistory),
  },
  {
    path: 'settings/:part',
    title: $localize`:@@title.settings:Settings`,
    canMatch: [(_, [, part]) => isPart(part?.path), onlyFor('administrator')],
    loadComponent: () => import('./one-setting').then((m) => m.OneSetting),
  },
];
