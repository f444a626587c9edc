import type { Routes } from '@angular/router';
import { Home } from './home';

/**
 * The pages of a participant, all inside home/own-shell.ts (how one is added stands there). The title names the tab
 * and the browser's history on a phone that may be shared, so none says what the app is for.
 */
export const ownRoutes: Routes = [
  {
    path: 'home',
    title: $localize`:@@title.home:Home`,
    // every visit begins here, so it comes with the app itself
    component: Home,
  },
  {
    path: 'days',
    title: $localize`:@@title.days:My days`,
    loadComponent: () => import('../recovery-days/recovery-days').then((m) => m.RecoveryDaysPage),
  },
  {
    path: 'days/after',
    title: $localize`:@@title.days:My days`,
    loadComponent: () => import('../recovery-days/after-return').then((m) => m.AfterReturn),
  },
  {
    path: 'check-in',
    title: $localize`:@@title.checkIn:Now`,
    loadComponent: () => import('../check-ins/check-in').then((m) => m.CheckInNow),
  },
  {
    path: 'weeks',
    title: $localize`:@@title.weeks:Weeks`,
    loadComponent: () => import('../check-ins/weeks').then((m) => m.Weeks),
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
    path: 'goals',
    title: $localize`:@@title.goals:Goals`,
    loadComponent: () => import('../goals/own-goals').then((m) => m.OwnGoalsPage),
  },
  {
    path: 'goals/new',
    title: $localize`:@@title.goals:Goals`,
    loadComponent: () => import('../goals/new-goal').then((m) => m.NewGoal),
  },
  {
    path: 'goals/:goalId',
    title: $localize`:@@title.goals:Goals`,
    loadComponent: () => import('../goals/own-goal').then((m) => m.OwnGoalPage),
  },
  {
    path: 'plan',
    title: $localize`:@@plan.title:My plan`,
    loadComponent: () => import('../plans/own-plan').then((m) => m.OwnPlan),
  },
  {
    path: 'plan/now',
    title: $localize`:@@plan.now.title:Right now`,
    loadComponent: () => import('../plans/right-now').then((m) => m.RightNow),
  },
  {
    path: 'plan/print',
    title: $localize`:@@plan.title:My plan`,
    loadComponent: () => import('../plans/own-plan-on-paper').then((m) => m.OwnPlanOnPaper),
  },
  {
    path: 'plan/earlier',
    title: $localize`:@@plan.title:My plan`,
    loadComponent: () => import('../plans/own-plan-earlier').then((m) => m.OwnPlanEarlier),
  },
  {
    path: 'getting-in',
    title: $localize`:@@title.gettingIn:Getting in`,
    loadComponent: () => import('../passkeys/getting-in').then((m) => m.GettingIn),
  },
  {
    path: 'notes',
    title: $localize`:@@title.notes:Notes`,
    loadComponent: () => import('../notes/notes').then((m) => m.Notes),
  },
  {
    path: 'wish',
    title: $localize`:@@title.wish:My wish`,
    loadComponent: () => import('../wishes/own-wish').then((m) => m.OwnWish),
  },
  {
    path: 'looks',
    title: $localize`:@@title.looks:Your record`,
    loadComponent: () => import('../looks/own-record').then((m) => m.OwnRecord),
  },
  {
    path: '**',
    title: $localize`:@@title.nothingHere:Nothing here`,
    loadComponent: () => import('../shell/nothing-here').then((m) => m.NothingHere),
  },
];
