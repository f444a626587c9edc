import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Cover } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { dayWords } from '../look/time-words';
import { Session } from '../session/session';
import { CoversApi } from './covers-api';

/** On top of every page on the days on which one covers, or is covered: for whom, and until when. */
@Component({
  selector: 'app-cover-line',
  imports: [Icon, RouterLink],
  template: `
    @for (line of lines(); track line.id) {
      <a routerLink="/away"
        ><app-icon [name]="line.isLost ? 'alert' : 'calendar'" /><span>{{ line.words }}</span></a
      >
    }
  `,
  styles: `
    a {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 10px;
      min-height: 48px;
      padding: 6px 16px;
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
      line-height: 1.3;
      text-decoration: none;
    }
    a + a {
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
  `,
})
export class CoverLine {
  private readonly covers = inject(CoversApi);
  private readonly session = inject(Session);
  protected readonly lines = computed(() => [
    ...this.covers
      .own()
      .filter(isNow)
      .map((cover) => ({
        id: cover.coverId,
        isLost: cover.answering === null,
        words: cover.answering
          ? `You are away ${this.through(cover)}: ${cover.answering.name} covers for you.`
          : `Nobody covers for you any more: ${cover.covering.name} can’t sign in. Name somebody else.`,
      })),
    ...this.covers
      .coveredByMe()
      .filter(isNow)
      .map((cover) => ({
        id: cover.coverId,
        isLost: false,
        words: `You cover for ${cover.away.name} ${this.through(cover)}.`,
      })),
  ]);

  private through({ throughOn }: Cover): string {
    const today = this.session.today();
    return throughOn === today ? 'today' : `through ${dayWords(throughOn, today, pageLanguage())}`;
  }
}

const isNow = ({ state }: Cover): boolean => state === 'now';
