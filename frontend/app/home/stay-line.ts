import { Component, computed, inject, input } from '@angular/core';
import type { HomePage } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { daysBetween, monthDay } from '../look/time-words';
import { Session } from '../session/session';

/** Ours: for so many days from the first of a new stay somebody is welcomed back. */
const WELCOMED_DAYS = 14;

/** For whoever came back, a welcome; for whoever is in no program now, that the door stays open. Never why it ended. */
@Component({
  imports: [Icon],
  template: `
    @switch (is()) {
      @case ('back') {
        <section class="card" role="status">
          <h2 i18n="@@stay.back">It is good to see you again</h2>
          <p i18n="@@stay.allStillHere">
            Nobody begins again at zero: your goals, your plan and your days are all still here.
          </p>
        </section>
      }
      @case ('between') {
        <section class="card" role="status">
          <h2 i18n="@@stay.doorOpen">The door stays open</h2>
          <p>{{ until() }}</p>
          @if (home().organization.phone; as phone) {
            <a class="button soft" [href]="'tel:' + phone"
              ><app-icon name="phone" /><span i18n="@@stay.call">Call {{ phone }}</span></a
            >
          }
        </section>
      }
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    section {
      display: grid;
      gap: 12px;
      justify-items: start;
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    .button {
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
    }
  `,
})
export class StayLine {
  readonly home = input.required<HomePage>();
  private readonly session = inject(Session);

  protected readonly is = computed(() => whichLine(this.home().stays, this.session.today()));
  protected readonly until = computed(() => {
    const ends = this.home().stays.flatMap(({ throughOn }) => throughOn ?? []);
    const day = monthDay(ends.sort().at(-1)!, pageLanguage());
    return $localize`:@@stay.until:You were here until ${day}:day:. Come back whenever you like; what you wrote is still yours.`;
  });
}

/** @param today the day in the organization's zone */
export function whichLine(stays: HomePage['stays'], today: string): 'back' | 'between' | null {
  const ended = stays.filter(({ throughOn }) => throughOn);
  const [now, ...others] = stays.filter(({ throughOn }) => !throughOn);
  if (!ended.length || others.length) return null;
  if (!now) return 'between';
  const isNew = daysBetween(now.fromOn, today) < WELCOMED_DAYS;
  return isNew && ended.every(({ throughOn }) => throughOn! < now.fromOn) ? 'back' : null;
}
