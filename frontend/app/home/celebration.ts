import { Component, computed, input } from '@angular/core';
import type { HomeCelebration } from '../../api/contract';
import { Icon } from '../look/icon';

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
  protected readonly lines = computed(() => this.celebrates().map(celebrationWords));
}

function celebrationWords({ what, words, count }: HomeCelebration): string {
  if (what === 'goal reached') return $localize`:@@home.glad.goal:You reached a goal: “${words}:words:”`;
  if (count === 1) return $localize`:@@home.glad.step:You took a step this week: “${words}:words:”`;
  return $localize`:@@home.glad.steps:You took ${count}:count: steps this week. The last one: “${words}:words:”`;
}
