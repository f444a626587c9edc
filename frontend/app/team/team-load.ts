import { Component, computed, input } from '@angular/core';
import type { TeamPage } from '../../api/contract';

type Load = NonNullable<TeamPage['rows'][number]['load']>;
type Part = Load['parts'][number]['part'];

const PART_WORDS: Record<Part, string> = {
  'early window': $localize`in the first 30 days of a window`,
  'late window': $localize`in days 31 to 90 of a window`,
  'urgent note': $localize`with an urgent note`,
  'concern note': $localize`with a note of concern`,
  'first days': $localize`new within 30 days`,
  'long cadence': $localize`seen every four weeks or less`,
  'second coach': $localize`as second coach`,
  paused: $localize`paused`,
};

/** What a coach carries against what they are meant to, in weight; as words, with a bar beside them. */
@Component({
  selector: 'app-team-load',
  template: `
    <span class="words" [title]="why()"
      >{{ load().weight }} of {{ load().capacity }}
      @if (isOver()) {
        <b>, over</b>
      }
    </span>
    <span class="bar" aria-hidden="true"
      ><i [class.over]="isOver()" [style.inline-size.%]="share()"></i
    ></span>
    <span class="only-heard">{{ why() }}</span>
  `,
  styles: `
    :host {
      display: inline-grid;
      gap: 4px;
      min-inline-size: 92px;
      justify-items: start;
      font-variant-numeric: tabular-nums;
    }
    .words {
      white-space: nowrap;
    }
    .bar {
      display: block;
      inline-size: 100%;
      block-size: 8px;
      border-radius: 4px;
      overflow: hidden;
      background: var(--mat-sys-surface-container-high);
    }
    i {
      display: block;
      block-size: 100%;
      border-radius: 4px;
      background: var(--mat-sys-primary);
    }
    .over {
      background: var(--mat-sys-tertiary);
    }
  `,
})
export class TeamLoad {
  readonly load = input.required<{ weight: number; capacity: number; parts?: Load['parts'] }>();

  protected readonly isOver = computed(() => this.load().weight > this.load().capacity);
  protected readonly share = computed(() => {
    const { weight, capacity } = this.load();
    return capacity ? Math.min(100, (weight / capacity) * 100) : 0;
  });
  /** Why it is more or less than the heads. */
  protected readonly why = computed(() =>
    (this.load().parts ?? []).map(({ part, count }) => `${count} ${PART_WORDS[part]}`).join(', '),
  );
}
