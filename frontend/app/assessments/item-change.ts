import { Component, computed, input } from '@angular/core';
import type { Instrument, ItemChange as Change } from '../../api/contract';
import { Icon } from '../look/icon';
import { answerWords, movedHow } from './answer-words';

const MOVED = {
  lighter: $localize`:@@answers.lighter:better than last time`,
  same: $localize`:@@answers.same:as last time`,
  heavier: $localize`:@@answers.heavier:harder than last time`,
};

/** One answer now and the last time, in words and as two dots on its scale. */
@Component({
  selector: 'app-item-change',
  imports: [Icon],
  template: `
    <p [attr.lang]="instrument().language">{{ words() }}</p>
    <div class="beside">
      <span class="scale" aria-hidden="true">
        @for (place of places(); track place) {
          <span [class.now]="place === answer()" [class.then]="place === change()?.before"></span>
        }
      </span>
      <span class="small">
        <b [attr.lang]="answer() === null ? null : instrument().language">{{ now() }}</b>
        @if (change(); as moved) {
          ·
          <span class="moved">
            @if (how() === 'lighter') {
              <app-icon name="check" />
            }
            {{ moves[how()!] }}</span
          >
          @if (moved.before !== moved.now) {
            &ngsp;<span class="quiet"
              >(<span i18n="@@answers.then">then: {{ before() }}</span
              >)</span
            >
          }
        }
      </span>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    .beside {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 14px;
      align-items: center;
    }
    .scale {
      display: inline-flex;
      gap: 5px;
    }
    .scale span {
      inline-size: 14px;
      block-size: 14px;
      border: 2px solid var(--mat-sys-outline-variant);
      border-radius: 50%;
    }
    .scale .then {
      border-color: var(--mat-sys-primary);
    }
    .scale .now {
      border-color: var(--mat-sys-primary);
      background: var(--mat-sys-primary);
    }
    .moved app-icon {
      inline-size: 1.1em;
      color: var(--mat-sys-primary);
      vertical-align: -0.15em;
    }
  `,
})
export class ItemChangeLine {
  readonly instrument = input.required<Instrument>();
  readonly item = input.required<number>();
  readonly answer = input.required<number | null>();
  readonly change = input<Change>();

  protected readonly moves = MOVED;
  protected readonly words = computed(() => this.instrument().items[this.item() - 1] ?? '');
  protected readonly now = computed(() => answerWords(this.instrument(), this.answer()));
  protected readonly before = computed(() => answerWords(this.instrument(), this.change()?.before ?? null));
  protected readonly how = computed(() => {
    const change = this.change();
    return change ? movedHow(this.instrument().instrument, change) : null;
  });
  protected readonly places = computed(() => {
    const { least, most } = this.instrument();
    return Array.from({ length: most - least + 1 }, (_, index) => least + index);
  });
}
