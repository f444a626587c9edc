import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TeamPage } from '../../api/contract';
import { LOAD_PART_WORDS } from './load-part-words';

type Load = NonNullable<TeamPage['rows'][number]['load']>;

/** What a coach carries against what they are meant to, in weight; as words, with a bar beside them. It opens to whom. */
@Component({
  selector: 'app-team-load',
  imports: [RouterLink],
  template: `
    @if (opens() && load().weight) {
      <a class="words" routerLink="/team/load" [queryParams]="{ coachId: coachId() }" [title]="why()"
        >{{ words() }}<span class="only-heard"> carried, {{ whose() }}</span></a
      >
    } @else {
      <span class="words" [title]="why()">{{ words() }}</span>
    }
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
      display: inline-grid;
      align-items: center;
      white-space: nowrap;
    }
    a.words {
      min-block-size: 48px;
      color: var(--mat-sys-on-surface);
      font-weight: 600;
      text-decoration-color: var(--mat-sys-outline);
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

  /** The coach's id, null for everyone. */
  readonly coachId = input<string | null>(null);
  /** Read out: "Rosa Delgado". */
  readonly whose = input('');
  /** Not where it stands within something that opens itself. */
  readonly opens = input(true);

  protected readonly words = computed(() => {
    const { weight, capacity } = this.load();
    return this.isOver() ? $localize`${weight} of ${capacity}, over` : $localize`${weight} of ${capacity}`;
  });
  protected readonly isOver = computed(() => this.load().weight > this.load().capacity);
  protected readonly share = computed(() => {
    const { weight, capacity } = this.load();
    return capacity ? Math.min(100, (weight / capacity) * 100) : 0;
  });
  /** Why it is more or less than the heads. */
  protected readonly why = computed(() =>
    (this.load().parts ?? []).map(({ part, count }) => `${count} ${LOAD_PART_WORDS[part]}`).join(', '),
  );
}
