import { DOCUMENT, inject, Service } from '@angular/core';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Session } from '../session/session';

/**
 * Names the tab and, after a change of page, takes focus to the page's heading.
 * A participant's tab says nothing of what the app is for.
 */
@Service()
export class PageTitles extends TitleStrategy {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(Session);
  private path: string | null = null;
  /** The page has come but not its heading, which waits for an answer of the server. */
  private isHeadingToCome = false;

  override updateTitle(state: RouterStateSnapshot): void {
    const title = this.buildTitle(state) ?? '';
    const isNeutral = this.isParticipant() || /^\/(sign-in|invitation|open|card|closed)\b/.test(state.url);
    this.document.title = isNeutral || !title ? title || 'Home' : `${title} · Alongside`;
    const path = state.url.split('?')[0]!;
    if (this.path !== null && this.path !== path) setTimeout(() => this.focusHeading());
    this.path = path;
  }

  /** The heading's text also names the tab, when a page knows a better name than its route. */
  name(title: string): void {
    this.document.title = this.isParticipant() ? title : `${title} · Alongside`;
    if (this.isHeadingToCome) setTimeout(() => this.focusHeadingUnlessElsewhere());
  }

  /** Of a page that is printed: a browser prints it on top of each sheet. */
  nameOnPaper(title: string): void {
    this.name(title);
    this.document.title = title;
  }

  private isParticipant(): boolean {
    return this.session.me()?.role === 'participant';
  }

  private focusHeading(): void {
    const heading = this.document.querySelector<HTMLElement>('main h1[data-page]');
    const place = heading ?? this.document.querySelector<HTMLElement>('main');
    this.isHeadingToCome = !heading;
    place?.setAttribute('tabindex', '-1');
    place?.focus({ preventScroll: true });
  }

  /** Whoever has gone on to something else meanwhile is not called back. */
  private focusHeadingUnlessElsewhere(): void {
    const focused = this.document.activeElement;
    if (focused === this.document.body || focused?.localName === 'main') this.focusHeading();
    this.isHeadingToCome = false;
  }
}
