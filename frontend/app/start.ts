import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withRouterConfig,
} from '@angular/router';
import { App } from './app';
import { routes } from './routes';
import { askToSignInAgain } from './session/session-ended';
import { PageTitles } from './shell/page-titles';

export async function start(): Promise<void> {
  await bootstrapApplication(App, {
    providers: [
      provideBrowserGlobalErrorListeners(),
      provideHttpClient(withInterceptors([askToSignInAgain])),
      provideRouter(
        routes,
        withComponentInputBinding(),
        withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
        withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      ),
      { provide: TitleStrategy, useExisting: PageTitles },
    ],
  });
}
