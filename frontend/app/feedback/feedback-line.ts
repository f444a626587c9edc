import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FeedbackWaiting } from '../../api/contract';
import { askingAgain } from '../live/asking-again';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { countWords } from './feedback-words';

/** What a coach has not seen yet, gathered into one line on Today; it moves nothing and asks for nothing. */
@Component({
  selector: 'app-feedback-line',
  imports: [Icon, RouterLink],
  template: `
    @if (words(); as words) {
      <a routerLink="/from-supervisor"
        ><app-icon name="heart" /><span>{{ words }}</span
        ><app-icon name="next"
      /></a>
    }
  `,
  styles: `
    a {
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 48px;
      padding: 8px 16px;
      border-radius: var(--mat-sys-corner-large);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
      text-decoration: none;
    }
    span {
      flex: 1;
    }
  `,
})
export class FeedbackLine {
  private readonly asked = httpResource<FeedbackWaiting>(() => '/api/feedback/waiting');
  protected readonly words = computed(() => {
    if (!this.asked.hasValue()) return null;
    const { from, thanksCount, commentCount, changeCount, toAnswerCount } = this.asked.value();
    const unread = countWords({ thanks: thanksCount, comments: commentCount, changes: changeCount });
    const who = new Intl.ListFormat('en').format(from.map(({ name }) => name));
    if (unread) return `From ${who}: ${unread}`;
    if (toAnswerCount > 0)
      return toAnswerCount === 1
        ? `A question from ${who} waits`
        : `${toAnswerCount} questions from ${who} wait`;
    return null;
  });

  constructor() {
    inject(Live).whenChanged(() => null, askingAgain(this.asked));
  }
}
