import { Component, computed, inject, input } from '@angular/core';
import type { Clock, Day } from '../../api/contract';
import { Session } from '../session/session';
import { pageLanguage } from './language';
import { clockWords, countedDays, daysBetween, dayWords, exactDay, shortDay } from './time-words';

/** A date is clear without its year for so many days. */
const NO_YEAR_NEEDED = 300;

/** A day the way people say it, with the exact one on hover and for screen readers. */
@Component({
  selector: 'app-when',
  template: `<time [attr.datetime]="day()" [title]="exact()"
    ><span aria-hidden="true">{{ said() }}</span
    ><span class="only-heard">{{ heard() }}</span></time
  >`,
})
export class When {
  readonly day = input.required<Day>();
  readonly clock = input<Clock | null>(null);
  /** Always "12 days ago", never "Tuesday". */
  readonly counted = input(false);

  /** Always the date, for a day in the middle of a sentence. */
  readonly dated = input(false);

  private readonly session = inject(Session);
  private readonly language = pageLanguage();
  protected readonly exact = computed(() => this.withClock(exactDay(this.day(), this.language)));
  protected readonly said = computed(() => {
    const today = this.session.today();
    if (this.dated() && Math.abs(daysBetween(today, this.day())) < NO_YEAR_NEEDED)
      return this.withClock(shortDay(this.day(), this.language));
    const words = this.counted() ? countedDays : dayWords;
    return this.withClock(words(this.day(), today, this.language));
  });
  protected readonly heard = computed(() => `${this.said()}, ${this.exact()}`);

  private withClock(words: string): string {
    const clock = this.clock();
    return clock ? `${words}, ${clockWords(clock, this.language)}` : words;
  }
}
