import { Component, inject } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { LiveBar } from './live/live-bar';
import { NoticeBar } from './look/notice-bar';
import { Trouble } from './problems/trouble';
import { OfflineBar } from './shell/offline-bar';

@Component({
  selector: 'app-root',
  imports: [LiveBar, NoticeBar, OfflineBar, RouterOutlet],
  template: `
    <app-offline-bar />
    <app-live-bar />
    @if (trouble.problem(); as problem) {
      <section class="page" role="alert">
        <h1>{{ problem.title }}</h1>
        <p>{{ problem.detail }}</p>
        <button class="plain-button" type="button" (click)="again()">
          <u i18n="@@problem.again">Try again</u>
        </button>
      </section>
    }
    <router-outlet />
    <app-notice-bar />
  `,
})
export class App {
  protected readonly trouble = inject(Trouble);
  private readonly router = inject(Router);

  /** A page that is open stays open, with the words in it; only when none is, everything is loaded anew. */
  protected again(): void {
    if (this.router.navigated) this.trouble.problem.set(null);
    else location.reload();
  }
}
