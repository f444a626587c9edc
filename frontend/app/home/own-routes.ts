import type { Routes } from '@angular/router';

/**
 * The pages of a participant, all inside home/own-shell.ts (how one is added stands there). The title names the tab
 * and the browser's history on a phone that may be shared, so none says what the app is for.
 */
export const ownRoutes: Routes = [
  {
    path: 'home',
    title: $localize`:@@title.home:Home`,
    loadComponent: () => import('./home').then((m) => m.Home),
  },
  {
    path: 'questions',
    title: $localize`:@@title.questions:Questions`,
    loadComponent: () => import('../assessments/questions').then((m) => m.Questions),
  },
  {
    path: 'questions/ask/:asked',
    title: $localize`:@@title.questions:Questions`,
    loadComponent: () => import('../assessments/ask').then((m) => m.Ask),
  },
  {
    path: 'questions/:assessmentId',
    title: $localize`:@@title.questions:Questions`,
    loadComponent: () => import('../assessments/answers').then((m) => m.Answers),
  },
  {
    path: '**',
    title: $localize`:@@title.nothingHere:Nothing here`,
    loadComponent: () => import('../shell/nothing-here').then((m) => m.NothingHere),
  },
];
