import { Component, computed, input } from '@angular/core';

/** The shape of what is coming. It shows after 300 ms, so a quick answer never flickers. */
@Component({
  selector: 'app-skeleton',
  host: { role: 'status' },
  template: `
    <span class="only-heard" i18n="@@skeleton.loading">Loading</span>
    @for (row of list(); track row) {
      <div class="bone"><i></i><i></i></div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      animation: appear 200ms 300ms both;
    }
    .bone {
      display: grid;
      gap: 12px;
      padding: 20px;
      border-radius: var(--mat-sys-corner-large);
      background: var(--mat-sys-surface-container-lowest);
    }
    i {
      block-size: 14px;
      inline-size: 70%;
      border-radius: 7px;
      background: var(--mat-sys-surface-container-high);
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    i:first-child {
      block-size: 22px;
      inline-size: 38%;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  `,
})
export class Skeleton {
  readonly rows = input(4);
  protected readonly list = computed(() => Array.from({ length: this.rows() }, (_, row) => row));
}
