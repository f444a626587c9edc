import { Component, computed, inject, input } from '@angular/core';
import type { Day, HomeCelebration } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { countedDays } from '../look/time-words';
import { milestoneWords } from '../recovery-days/milestone-words';
import { Session } from '../session/session';

/** What there is to be glad of, in words. */
@Component({
  selector: 'app-celebration',
  imports: [Icon],
  template: `
    <section class="card" aria-labelledby="glad-title">
      <app-icon name="spark" />
      <div>
        <h2 id="glad-title" i18n="@@home.glad">Something to be glad of</h2>
        @for (words of lines(); track words) {
          <p>{{ words }}</p>
        }
      </div>
    </section>
  `,
  styles: `
    section {
      display: flex;
      gap: 20px;
      align-items: center;
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
      box-shadow: none;
    }
    section > app-icon {
      inline-size: 40px;
      block-size: 40px;
    }
    h2 {
      font: 550 1rem var(--plain);
    }
    p {
      font: 600 1.25rem/1.35 var(--brand);
    }
    p + p {
      margin-top: 8px;
    }
  `,
})
export class Celebration {
  readonly celebrates = input.required<HomeCelebration[]>();
  private readonly session = inject(Session);
  protected readonly lines = computed(() =>
    this.celebrates().map((each) => celebrationWords(each, this.session.today())),
  );
}

function celebrationWords({ what, words, count, unit, on }: HomeCelebration, today: Day): string {
  if (what === 'recovery days') {
    const [milestone, when] = [
      milestoneWords({ unit: unit!, count }),
      countedDays(on!, today, pageLanguage()),
    ];
    return on! > today
      ? $localize`:@@home.glad.daysSoon:You reach ${milestone}:milestone: ${when}:when:`
      : $localize`:@@home.glad.days:You reached ${milestone}:milestone: ${when}:when:`;
  }
  if (what === 'birthday') {
    if (on === today) return $localize`:@@home.glad.birthday:Happy birthday!`;
    const when = countedDays(on!, today, pageLanguage());
    return $localize`:@@home.glad.birthdayNear:Your birthday: ${when}:when:. All the best!`;
  }
  if (what === 'goal reached') return $localize`:@@home.glad.goal:You reached a goal: “${words}:words:”`;
  if (count === 1) return $localize`:@@home.glad.step:You took a step this week: “${words}:words:”`;
  return $localize`:@@home.glad.steps:You took ${count}:count: steps this week. The last one: “${words}:words:”`;
}
