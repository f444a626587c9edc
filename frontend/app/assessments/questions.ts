import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { asksForHelp } from './answer-words';
import { HelpNow } from './help-now';
import { type Asked, type KeptAnswers, keptAs } from './kept-answers';
import { ownQuestions } from './own-questions';

/** The questions a participant may answer, whenever they like, and what they said before. */
@Component({
  imports: [HelpNow, Icon, RouterLink, Skeleton, When],
  templateUrl: './questions.html',
  styleUrl: './questions.scss',
})
export class Questions {
  private readonly kept = inject(Session).kept;
  protected readonly page = ownQuestions();
  protected readonly wrong = computed(() => (this.page.error() ? problemOf(this.page.error()).detail : null));
  protected readonly begun = {
    'barc-10': this.begunOf('barc-10') !== null,
    phq: this.begunOf('phq') !== null,
  };
  /** They answered so and left: help stays. */
  protected readonly needsHelp = asksForHelp('phq-9', this.begunOf('phq')?.answers ?? []);
  /** Nobody has entered a published text in the page's language. */
  protected readonly isInAnotherLanguage = computed(() =>
    this.page.value()?.instruments.some(({ language }) => language !== pageLanguage()),
  );

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.page.reload(),
    );
  }

  private begunOf(asked: Asked): KeptAnswers | null {
    return this.kept.of<KeptAnswers>(keptAs(asked));
  }

  protected nameOf(instrument: string): string {
    return instrument === 'barc-10'
      ? $localize`:@@questions.barc:What helps your recovery`
      : $localize`:@@questions.phq:How you have been feeling`;
  }
}
