import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, injectAsync } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { filter, firstValueFrom, map } from 'rxjs';
import type { Language, Role } from '../../api/contract';
import { Icon } from '../look/icon';
import { openIn, pageLanguage } from '../look/language';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { startAnewEverywhere, startAnewWithOtherTabs } from '../session/role-changed';
import { Session } from '../session/session';
import { HelpBar } from './help-bar';
import { QuickExit } from './quick-exit';

/**
 * What every page of a participant stands in: the way out and the way back Home above, help below, and between them
 * the page. Home is the middle of it all: each page is one tap from there and one tap back, and there is no other menu.
 *
 * To add a page: a lazy child of this route in own-routes.ts with a neutral `title` (it names the tab, on a phone that
 * others see), whose template is one `<div class="page">` with one `<h1 data-page>`; the focus goes to that heading.
 * Its entry on Home is a line in home/entries.ts. Buttons are `<button class="button">` (the one thing to do),
 * `class="button soft"` (another), `class="plain-button"` (words alone): no Angular Material here, it is too heavy for
 * these phones. Nothing is imported by Home or by this file that they don't show themselves.
 */
@Component({
  imports: [HelpBar, Icon, QuickExit, RouterLink, RouterOutlet],
  template: `
    <header>
      @if (!isHome()) {
        <a routerLink="/home"><app-icon name="back" /><span i18n="@@own.back">Home</span></a>
      }
      <app-quick-exit />
    </header>
    <main id="main"><router-outlet /></main>
    <footer>
      @if (workRole(); as role) {
        <button class="plain-button" type="button" (click)="toWork(role)">
          <u i18n="@@own.toWork">To your work</u>
        </button>
      }
      <button class="plain-button" type="button" [attr.lang]="otherLanguage" (click)="speak(otherLanguage)">
        <u>{{ otherLanguage === 'es' ? 'Español' : 'English' }}</u>
      </button>
      <button class="plain-button" type="button" (click)="leave()">
        <u i18n="@@home.signOut">Sign out</u>
      </button>
    </footer>
    <app-help-bar [phone]="phone()" />
  `,
  styleUrl: './own-shell.scss',
})
export class OwnShell {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  protected readonly isHome = computed(() => /^\/home\b/.test(this.address()));
  protected readonly phone = this.session.organizationPhone;
  protected readonly workRole = computed(() =>
    this.session.me()?.roles.find((role) => role !== 'participant'),
  );
  protected readonly otherLanguage: Language = pageLanguage() === 'es' ? 'en' : 'es';

  private readonly checkIns = injectAsync(() =>
    import('../check-ins/check-in-sending').then((m) => m.CheckInSending),
  );

  constructor() {
    if (this.workRole()) startAnewWithOtherTabs(() => this.session.me()?.accountId);
    // one that waited for signal goes out from whichever page is opened next; without one nothing is loaded for it
    if (this.session.kept.of('check-ins')) void this.checkIns().then((sending) => sending.goOn());
  }

  protected async speak(language: Language): Promise<void> {
    await this.tries(() => firstValueFrom(this.http.post('/api/me/language', { language })));
    openIn(language);
  }

  /** Who works here too is in their own pages as themself, and goes back with one tap. */
  protected async toWork(role: Role): Promise<void> {
    await this.tries(() => firstValueFrom(this.http.post('/api/me/role', { role })));
    startAnewEverywhere(this.session.me()!.accountId);
  }

  protected async leave(): Promise<void> {
    await this.tries(() => this.session.end());
  }

  /** What fails is said, calmly, and may be tried again. */
  private async tries(what: () => Promise<unknown>): Promise<void> {
    try {
      await what();
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
      throw failure;
    }
  }
}
