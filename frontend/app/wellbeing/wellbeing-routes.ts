import type { Routes } from '@angular/router';
import { onlyFor } from '../session/signed-in-guard';

/** After a death, and how coaches are. */
export const wellbeingRoutes: Routes = [
  {
    path: 'participants/:participantId/death',
    title: $localize`:@@title.participant:Participant`,
    canMatch: [onlyFor('coach', 'supervisor')],
    loadComponent: () => import('../deaths/say-death').then((m) => m.SayDeath),
  },
  {
    path: 'wellbeing',
    title: $localize`:@@title.wellbeing:How you are`,
    canMatch: [onlyFor('coach')],
    loadComponent: () => import('./wellbeing').then((m) => m.Wellbeing),
  },
  {
    path: 'team/wellbeing',
    title: $localize`:@@title.teamWellbeing:How the team is`,
    canMatch: [onlyFor('supervisor')],
    loadComponent: () => import('./team-wellbeing').then((m) => m.TeamWellbeing),
  },
];
