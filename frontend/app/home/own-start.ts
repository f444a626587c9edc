import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { inject, provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import {
  provideRouter,
  type Route,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { App } from '../app';
import { sayUnattended } from '../live/unattended';
import { loadNewerBuild } from '../problems/newer-build';
import { Trouble } from '../problems/trouble';
import { PageTitles } from '../shell/page-titles';
import { askedEarly } from './asked-early';
import { leaveCalmly } from './left-calmly';
import { isThemself } from './own-guard';
import { ownRoutes } from './own-routes';
import { OwnShell } from './own-shell';
import { refusedInTheirLanguage, wordsOfAllPages } from './own-words';

/** Every page but the first waits for its words, when it speaks another language than English. */
const withWords = (route: Route): Route => {
  const load = route.loadComponent;
  if (!load) return route;
  return { ...route, loadComponent: async () => (await wordsOfAllPages(), load()) as never };
};

/** The participants' app: what staff alone need is no part of it. */
export async function start(): Promise<void> {
  await bootstrapApplication(App, {
    providers: [
      provideBrowserGlobalErrorListeners(),
      provideHttpClient(withInterceptors([askedEarly, leaveCalmly, refusedInTheirLanguage, sayUnattended])),
      provideRouter(
        [
          { path: '', pathMatch: 'full', redirectTo: 'home' },
          {
            path: '',
            canActivate: [isThemself],
            component: OwnShell,
            children: ownRoutes.map(withWords),
          },
        ],
        withComponentInputBinding(),
        withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
        withNavigationErrorHandler((trouble) => {
          if (!loadNewerBuild(trouble)) inject(Trouble).of(trouble.error);
        }),
        withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      ),
      { provide: TitleStrategy, useExisting: PageTitles },
    ],
  });
}
