import { Component, computed, input } from '@angular/core';

/** How far something long has come: words, a bar, and a number. */
@Component({
  selector: 'app-move-progress',
  template: `
    <div class="row">
      <strong id="progress-words">{{ words() }}</strong>
      <span class="number">{{ number() }}</span>
    </div>
    <progress aria-labelledby="progress-words" max="1" [attr.value]="part()"></progress>
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    .row {
      justify-content: space-between;
    }
    .number {
      font-variant-numeric: tabular-nums;
      color: var(--mat-sys-on-surface-variant);
    }
    progress {
      appearance: none;
      inline-size: 100%;
      block-size: 12px;
      border: 0;
      border-radius: 6px;
      overflow: hidden;
      background: var(--mat-sys-surface-container-highest);
      &::-webkit-progress-bar {
        background: var(--mat-sys-surface-container-highest);
      }
      &::-webkit-progress-value {
        border-radius: 6px;
        background: var(--mat-sys-primary);
        transition: inline-size 400ms;
      }
      &::-moz-progress-bar {
        border-radius: 6px;
        background: var(--mat-sys-primary);
      }
    }
  `,
})
export class MoveProgress {
  readonly words = input.required<string>();
  readonly done = input.required<number>();
  readonly of = input.required<number>();
  /** What is counted; a part of a file is a percentage. */
  readonly noun = input<'rows' | '%'>('rows');

  /** Null before the first is done: nobody knows how long it takes. */
  protected readonly part = computed(() =>
    this.of() > 0 && this.done() > 0 ? this.done() / this.of() : null,
  );
  protected readonly number = computed(() => {
    if (this.of() === 0) return '';
    const percent = `${Math.round((100 * this.done()) / Math.max(1, this.of()))}%`;
    if (this.noun() === '%') return percent;
    return `${this.done().toLocaleString('en-US')} of ${this.of().toLocaleString('en-US')} rows, ${percent}`;
  });
}
