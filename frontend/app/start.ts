import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { inject, provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { App } from './app';
import { sayUnattended } from './live/unattended';
import { leadToWhoTheyAreNow } from './merging/who-they-are-now';
import { opensFromNotice } from './messages/opens-from-notice';
import { routes } from './routes';
import { sayActingRole } from './session/acting-role';
import { askToSignInAgain } from './session/session-ended';
import { loadNewerBuild } from './problems/newer-build';
import { Trouble } from './problems/trouble';
import { PageTitles } from './shell/page-titles';

export async function start(): Promise<void> {
  await bootstrapApplication(App, {
    providers: [
      provideBrowserGlobalErrorListeners(),
      opensFromNotice,
      provideHttpClient(
        withInterceptors([askToSignInAgain, sayActingRole, sayUnattended, leadToWhoTheyAreNow]),
      ),
      provideRouter(
        routes,
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
